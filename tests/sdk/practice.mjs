// SPDX-License-Identifier: GPL-3.0-or-later
// Calls the practice endpoint with Cohere's own SDK. PRACTICE_LISTING names the file with what `rerank-key practice`
// printed: the address in its first line, then "NAME  KEY  what happens". CO_API_URL goes before that address.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Cohere, CohereClient, CohereClientV2, CohereError } from 'cohere-ai';

const [address, ...lines] = readFileSync(process.env.PRACTICE_LISTING, 'utf8').split(/\r?\n/);
const environment = process.env.CO_API_URL ?? address;
const keys = new Map(lines.map((line) => line.split(/ {2,}/)).filter((columns) => columns.length === 3));

const request = {
    model: 'rerank-v3.5',
    query: 'What is the capital of the United States?',
    documents: ['Carson City is a city in Nevada.', 'Washington is the capital of the United States.', 'Grass is green.'],
    topN: 2,
};

function rerank(token, changes = {}) {
    const client = new CohereClientV2({ token, environment });
    return client.rerank({ ...request, ...changes }, { maxRetries: 0 });
}

// A class of the SDK's own where it has one for the status, or CohereError itself.
const failures = [
    { scenario: 'rejected', error: Cohere.UnauthorizedError, status: 401, message: /^invalid api token$/ },
    { scenario: 'expired', error: Cohere.UnauthorizedError, status: 401, message: /has expired/ },
    { scenario: 'header-stripped', error: Cohere.UnauthorizedError, status: 401, message: /^no api key supplied$/ },
    { scenario: 'no-rerank-access', error: Cohere.ForbiddenError, status: 403, message: /permissions/ },
    { scenario: 'billing', error: CohereError, status: 402, message: /payment method/ },
    { scenario: 'rate-limit', error: Cohere.TooManyRequestsError, status: 429, message: /10 API calls \/ minute/ },
    { scenario: 'month-used-up', error: Cohere.TooManyRequestsError, status: 429, message: /1000 API calls \/ month/ },
    { scenario: 'model-gone', error: Cohere.NotFoundError, status: 404, message: /'rerank-v3\.5' was removed/ },
    { scenario: 'trouble', error: Cohere.InternalServerError, status: 500, message: /reported to our developers/ },
    // Not Cohere's JSON.
    { scenario: 'edge-block', status: 403 },
    { scenario: 'gateway', status: 401 },
];

test('the address is the first line', () => {
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
});

test('every scenario is printed with a key of 40 letters and digits, and is tested here', () => {
    for (const [name, key] of keys)
        assert.match(key, /^[A-Za-z0-9]{40}$/, name);
    assert.deepEqual([...keys.keys()].sort(), [...failures.map((row) => row.scenario), 'works', 'slow'].sort());
});

test('a good key gets results, the best one first', async () => {
    const reply = await rerank(keys.get('works'));
    assert.deepEqual(reply.results.map((result) => result.index), [1, 0]);
    assert.ok(reply.results[0].relevanceScore > reply.results[1].relevanceScore);
    assert.match(reply.id, /^[0-9a-f-]{36}$/);
    assert.equal(reply.meta.apiVersion.version, '2');
    assert.equal(reply.meta.billedUnits.searchUnits, 1);
});

test('a slow answer arrives', async () => {
    const reply = await rerank(keys.get('slow'));
    assert.equal(reply.results.length, 2);
});

test('the first version of rerank gets results with documents', async () => {
    const client = new CohereClient({ token: keys.get('works'), environment });
    const reply = await client.rerank({ ...request, returnDocuments: true });
    assert.equal(reply.results[0].document.text, request.documents[1]);
    assert.equal(reply.meta.apiVersion.version, '1');
});

test('the key can be checked and the models be listed', async () => {
    const client = new CohereClient({ token: keys.get('works'), environment });
    assert.equal((await client.checkApiKey()).valid, true);
    const { models } = await client.models.list({ endpoint: 'rerank', pageSize: 1 });
    assert.equal(models.length, 1);
    assert.deepEqual(models[0].endpoints, ['rerank']);
});

test('a key that nobody made is refused as unauthorized', async () => {
    await assert.rejects(rerank('NobodyMadeThisKey00000000000000000000000'), (error) => {
        assert.ok(error instanceof Cohere.UnauthorizedError);
        assert.equal(error.statusCode, 401);
        assert.equal(error.body.message, 'invalid api token');
        return true;
    });
});

test('an unknown model is not found', async () => {
    await assert.rejects(rerank(keys.get('works'), { model: 'rerank-v9' }), (error) => {
        assert.ok(error instanceof Cohere.NotFoundError);
        assert.match(error.body.message, /^model 'rerank-v9' not found/);
        return true;
    });
});

test('a request without documents is a bad request', async () => {
    await assert.rejects(rerank(keys.get('works'), { documents: [] }), Cohere.BadRequestError);
});

for (const row of failures) {
    test(`${row.scenario}: ${row.status}`, async () => {
        await assert.rejects(rerank(keys.get(row.scenario)), (error) => {
            assert.ok(error instanceof (row.error ?? CohereError), error.constructor.name);
            assert.equal(error.statusCode, row.status);
            if (row.message)
                assert.match(error.body.message, row.message);
            return true;
        });
    });
}
