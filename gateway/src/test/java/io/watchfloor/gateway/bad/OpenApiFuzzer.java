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
import java.util.Map;
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
    private static final List<String> BROKEN = List.of(
            "",
            "null",
            "7",
            "{",
            "{\"a\":",
            "[[[[[[[[",
            "{\"lat\":\"x\",\"lon\":1e400}",
            "{\"type\":\"fire\",\"type\":\"noise\"}",
            "\u0000");
    /** What is there, by what a path or a query calls it. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "incidentId", List.of("I-FUZZ", "I-FUZZ2"),
            "personId", List.of("P-001", "P-002"),
            "person", List.of("P-001"),
            "areaId", List.of("area-1"),
            "step", List.of("accept", "en-route", "arrive", "done", "decline", "recall"),
            "handoverStep", List.of("accept", "return", "finish"),
            "limit", List.of("1", "10"),
            "minutes", List.of("5"));

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "text/plain",
            "application/xml",
            "a/b;c=");

    private final RunningGateway gateway;
    private final Random random;
    private final SchemaBodies bodies;
    private final List<Operation> operations = new ArrayList<>();

    /** One request and how to name it. */
    record Shot(String what, HttpRequest.Builder request) {}

    /** The schema of its body is missing when it takes no JSON. */
    private record Operation(String method, String path, List<String> query, JsonNode body) {}

    OpenApiFuzzer(RunningGateway gateway, Random random) {
        this.gateway = gateway;
        this.random = random;
        JsonNode document = RunningGateway.json(gateway.get("/api/v1/openapi.json"));
        bodies = new SchemaBodies(document, random);
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())
                            && !LEFT_OUT.contains(
                                    method.getValue().path("operationId").asText())) {
                        operations.add(new Operation(
                                method.getKey(),
                                path.getKey(),
                                queryOf(method.getValue()),
                                method.getValue().at("/requestBody/content/application~1json/schema")));
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
            String name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            path = path.replace("{" + name + "}", encode(valueOf(name)));
        }
        String query = operation.query().stream()
                .filter(name -> random.nextInt(3) > 0)
                .map(name -> name + "=" + encode(valueOf(name)))
                .collect(Collectors.joining("&"));
        String body = bodyOf(operation);
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

    /** Mostly of something that is there: what is refused at the door never gets further. */
    private String valueOf(String name) {
        return KNOWN.containsKey(name) && random.nextInt(4) > 0 ? one(KNOWN.get(name)) : one(WORDS);
    }

    private String bodyOf(Operation operation) {
        return operation.body().isMissingNode() || random.nextInt(12) == 0
                ? one(BROKEN)
                : bodies.next(operation.body());
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
