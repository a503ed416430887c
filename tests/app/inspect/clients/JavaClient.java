// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Sends each key that comes on standard input, one "NAME BASE64" a line, with HttpClient to URL/NAME. Prints
 * "NAME sent", "NAME refused" or, where the error's message holds the marker, "NAME shows".
 * Arguments: URL MARKER
 */
class JavaClient {
    public static void main(String[] arguments) throws Exception {
        final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            final String[] parts = line.split(" ");
            final String key = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            try {
                final HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0] + "/" + parts[0]))
                        .header("Authorization", "Bearer " + key)
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
                client.send(request, HttpResponse.BodyHandlers.ofString());
                System.out.println(parts[0] + " sent");
            } catch (Exception error) {
                System.out.println(parts[0] + (error.toString().contains(arguments[1]) ? " shows" : " refused"));
            }
        }
    }
}
