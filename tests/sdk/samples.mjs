// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the sample programs of resources/code/cohere-typescript as they are, compiled by TypeScript against the SDK's own
// types, with Cohere's own SDK, against the practice endpoint. Between them stands a proxy that counts the requests.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, request as sendRequest } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';

const [address, ...lines] = readFileSync(process.env.PRACTICE_LISTING, 'utf8').split(/\r?\n/);
const keys = new Map(lines.map((line) => line.split(/ {2,}/)).filter((columns) => columns.length === 3));
const check = '/v1/check-api-key';
const rerank = '/v2/rerank';

let paths = []; // of the requests
let keyOfRerank = null; // put in the place of the program's own, as if that one were deleted meanwhile
const proxy = createServer((incoming, reply) => {
    paths.push(incoming.url);
    const headers = { ...incoming.headers };
    if (keyOfRerank !== null && incoming.url === rerank)
        headers.authorization = `Bearer ${keyOfRerank}`;
    const outgoing = sendRequest(address + incoming.url, { method: incoming.method, headers }, (answer) => {
        reply.writeHead(answer.statusCode, answer.headers);
        answer.pipe(reply);
    });
    incoming.pipe(outgoing);
});

before(() => new Promise((resolve) => proxy.listen(0, '127.0.0.1', resolve)));
after(() => proxy.close());
beforeEach(() => {
    paths = [];
    keyOfRerank = null;
});

/// Runs a sample with these variables and no other.
function run(sample, variables) {
    const env = { PATH: process.env.PATH, REDIRECT_TO: `http://127.0.0.1:${proxy.address().port}`, ...variables };
    return new Promise((resolve) => {
        const program = spawn(process.execPath, ['--import', './redirect.mjs', `samples/${sample}.js`], { env });
        let out = '';
        let err = '';
        program.stdout.on('data', (data) => { out += data; });
        program.stderr.on('data', (data) => { err += data; });
        program.on('close', (code) => resolve({ code, out, err }));
    });
}

test('a good key gets the ranking', async () => {
    const { code, out, err } = await run('fixed', { CO_API_KEY: keys.get('works') });
    assert.equal(code, 0, err);
    assert.match(out, /^0\.\d{3} Washington is the capital/);
    assert.deepEqual(paths, [check, rerank]);
});

const stopped = [
    { name: 'no key', variables: {}, says: /^CO_API_KEY is not set/, requests: [] },
    { name: 'a key in a variable that the SDK does not read', variables: { COHERE_API_KEY: keys.get('works') },
        says: /^CO_API_KEY is not set/, requests: [] },
    { name: 'an empty key', variables: { CO_API_KEY: '' }, says: /^CO_API_KEY is not set/, requests: [] },
    { name: 'blanks', variables: { CO_API_KEY: '  \t' }, says: /^CO_API_KEY is not set/, requests: [] },
    { name: 'quotes', variables: { CO_API_KEY: `"${keys.get('works')}"` }, says: /a character that no key has/,
        requests: [] },
    { name: 'a line feed at the end', variables: { CO_API_KEY: `${keys.get('works')}\n` },
        says: /a character that no key has/, requests: [] },
    { name: 'a no-break space', variables: { CO_API_KEY: `${keys.get('works')}\u00a0` },
        says: /a character that no key has/, requests: [] },
    { name: 'Bearer before it', variables: { CO_API_KEY: `Bearer ${keys.get('works')}` },
        says: /a character that no key has/, requests: [] },
    { name: 'an unknown key', variables: { CO_API_KEY: keys.get('rejected') }, says: /^Cohere refuses the key/,
        requests: [check] },
    { name: 'an expired key', variables: { CO_API_KEY: keys.get('expired') }, says: /^Cohere refuses the key/,
        requests: [check] },
];

for (const { name, variables, says, requests } of stopped) {
    test(`${name}: one sentence, and no request more than needed`, async () => {
        const { code, out, err } = await run('fixed', variables);
        assert.equal(code, 1);
        assert.equal(out, '');
        assert.match(err, says);
        assert.equal(err.trim().split('\n').length, 1);
        for (const key of keys.values())
            assert.ok(!err.includes(key), 'the key is printed');
        assert.deepEqual(paths, requests);
    });
}

test('a key that is deleted meanwhile: exactly one rerank request', async () => {
    keyOfRerank = keys.get('rejected');
    const { code, err } = await run('fixed', { CO_API_KEY: keys.get('works') });
    assert.equal(code, 1);
    assert.match(err, /^Cohere refuses the key/);
    assert.deepEqual(paths, [check, rerank]);
});

test('another trouble than the key\'s is told as it is', async () => {
    const { code, err } = await run('fixed', { CO_API_KEY: keys.get('model-gone') });
    assert.notEqual(code, 0);
    assert.match(err, /NotFoundError[\s\S]*was removed/);
});

test('the broken one fails also with a good key', async () => {
    for (const variables of [{ CO_API_KEY: keys.get('works') }, { COHERE_API_KEY: keys.get('works') }]) {
        const { code, err } = await run('broken', variables);
        assert.notEqual(code, 0);
        assert.match(err, /UnauthorizedError/);
    }
});
