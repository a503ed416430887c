// SPDX-License-Identifier: GPL-3.0-or-later
// Sends each key that comes on standard input, one "NAME BASE64" a line, with fetch or http to URL/NAME.
// Prints "NAME sent", "NAME refused" or, where the error holds the marker, "NAME shows".
// Arguments: LIBRARY URL MARKER
import http from 'node:http';
import readline from 'node:readline';
import { inspect } from 'node:util';

const [library, url, marker] = process.argv.slice(2);

function overHttp(address, headers) {
    return new Promise((resolve, reject) => {
        const request = http.request(address, { method: 'POST', headers }, (response) => {
            response.resume();
            response.on('end', resolve);
        });
        request.on('error', reject);
        request.end();
    });
}

async function overFetch(address, headers) {
    await (await fetch(address, { method: 'POST', headers })).text();
}

for await (const line of readline.createInterface({ input: process.stdin })) {
    const [name, encoded] = line.split(' ');
    const headers = { Authorization: `Bearer ${Buffer.from(encoded, 'base64').toString('utf8')}` };
    try {
        await (library === 'fetch' ? overFetch : overHttp)(`${url}/${name}`, headers);
        console.log(name, 'sent');
    } catch (error) {
        console.log(name, inspect(error).includes(marker) ? 'shows' : 'refused');
    }
}
