// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before a sample program: its calls to Cohere go to REDIRECT_TO instead, so that the sample can be run as it is.
const original = globalThis.fetch;
const cohere = 'https://api.cohere.com';
globalThis.fetch = (url, init) => {
    if (typeof url !== 'string' || !url.startsWith(`${cohere}/`))
        throw new Error('A call to another address than Cohere\'s');
    return original(process.env.REDIRECT_TO + url.slice(cohere.length), init);
};
