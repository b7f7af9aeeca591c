package io.watchfloor.gateway.bad;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.gateway.RunningGateway;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Requests made at random from the OpenAPI document; the same seed makes the same ones. */
final class OpenApiFuzzer {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    /** A socket is no request. */
    private static final Set<String> LEFT_OUT = Set.of("live");

    private static final List<String> WORDS = List.of(
            "I-1",
            "P-001",
            "",
            " ",
            "0",
            "-1",
            "9007199254740993",
            "NaN",
            "true",
            "null",
            "../../etc/passwd",
            "%2F..%2F",
            "<script>",
            "'}) DETACH DELETE n //",
            "火警",
            "\u202E",
            "\uD83D\uDD25",
            "a\r\nb",
            "x".repeat(3_000),
            "urgent",
            "live",
            "1e999",
            "2026-02-30",
            "9999-12-31T00:00:00Z",
            "${jndi:ldap://x}");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "7",
            "\"x\"",
            "{",
            "{\"a\":",
            "[[[[[[[[",
            "{\"note\":7}",
            "{\"personId\":\"P-001\"}",
            "{\"personId\":{}}",
            "{\"note\":\"x\",\"extra\":[1,{\"a\":null}]}",
            "{\"minutes\":-5,\"reason\":\"\"}",
            "{\"lat\":\"x\",\"lon\":1e400}",
            "{\"type\":\"fire\",\"type\":\"noise\"}",
            "\u0000",
            "{\"placeId\":\"x\"}",
            "{\"reportIds\":[\"a\",\"a\",7]}",
            "{\"on\":\"yes\"}",
            "{\"text\":\"\\ud800\"}");
    private static final List<String> TYPES = List.of(
            "application/json", "application/json", "application/json", "text/plain", "application/xml", "a/b;c=");

    private final RunningGateway gateway;
    private final Random random;
    private final List<Operation> operations = new ArrayList<>();

    /** One request and how to name it. */
    record Shot(String what, HttpRequest.Builder request) {}

    private record Operation(String method, String path, List<String> query) {}

    OpenApiFuzzer(RunningGateway gateway, Random random) {
        this.gateway = gateway;
        this.random = random;
        JsonNode paths =
                RunningGateway.json(gateway.get("/api/v1/openapi.json")).get("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (METHODS.contains(method.getKey())
                    && !LEFT_OUT.contains(method.getValue().path("operationId").asText())) {
                operations.add(new Operation(method.getKey(), path.getKey(), queryOf(method.getValue())));
            }
        }));
    }

    private static List<String> queryOf(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if ("query".equals(parameter.path("in").asText())) {
                names.add(parameter.get("name").asText());
            }
        }
        return names;
    }

    Shot next() {
        Operation operation = one(operations);
        String path = operation.path();
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]*}", encode(one(WORDS)));
        }
        String query = operation.query().stream()
                .filter(name -> random.nextInt(3) > 0)
                .map(name -> name + "=" + encode(one(WORDS)))
                .collect(Collectors.joining("&"));
        String body = one(BODIES);
        String method = operation.method().toUpperCase(Locale.ROOT);
        URI address = gateway.address(query.isEmpty() ? path : path + "?" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("Content-Type", one(TYPES));
        }
        if (random.nextBoolean()) {
            request.header("X-Watchfloor-Actor", encode(one(WORDS)));
        }
        return new Shot(method + " " + address + " " + body, request);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An empty part of a path would be another path. */
    private static String encode(String word) {
        String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.isEmpty() ? "%20" : encoded;
    }
}
