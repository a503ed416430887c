// SPDX-License-Identifier: GPL-3.0-or-later
// A stand-in, see README.md.
package com.cohere.api.core;

public class CohereApiException extends RuntimeException {
    private final int status;

    public CohereApiException(String message, int statusCode, Object body) {
        super(message);
        status = statusCode;
    }

    public int statusCode() {
        return status;
    }
}
