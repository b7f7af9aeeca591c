package io.watchfloor.gateway.bad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** JSON as a schema of the OpenAPI document describes it, and the same with one thing wrong. */
final class SchemaBodies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .writer();
    private static final int DEEPEST = 6;

    /** One of them fits most patterns there are. */
    private static final List<String> WORDS = List.of(
            "P-001",
            "I-FUZZ",
            "S-1",
            "area-1",
            "fire",
            "noise",
            "live",
            "abc",
            "30",
            "1",
            "2026-03-01",
            "hotline-12345",
            "2026-03-01T08:14:50+08:00",
            "elevator-trapped",
            "accept",
            "0123456789abcdef0123456789abcdef",
            "123456");

    private final JsonNode document;
    private final Random random;

    /** Of this document, which its references are looked up in. */
    SchemaBodies(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** One that should be understood, one in four times; else the same with one thing wrong. */
    String next(JsonNode schema) {
        JsonNode sound = valid(schema, 0);
        JsonNode body = random.nextInt(4) == 0 ? sound : mutated(sound);
        try {
            return WRITER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private JsonNode valid(JsonNode asked, int depth) {
        JsonNode schema = resolved(asked);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return valid(
                        schema.get(choice).get(random.nextInt(schema.get(choice).size())), depth);
            }
        }
        if (schema.has("allOf")) {
            ObjectNode all = JSON.objectNode();
            schema.get("allOf").forEach(part -> {
                if (valid(part, depth) instanceof ObjectNode some) {
                    all.setAll(some);
                }
            });
            return all;
        }
        return ofType(typeOf(schema), schema, depth);
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "string" -> JSON.textNode(text(schema));
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(schema.path("minimum").asDouble(0) + random.nextInt(3));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.nullNode();
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || (depth < DEEPEST && random.nextBoolean())) {
                object.set(property.getKey(), valid(property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int items = schema.path("minItems").asInt(0) + (depth < DEEPEST ? random.nextInt(2) : 0);
        for (int i = 0; i < items; i++) {
            array.add(valid(schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema) {
        if ("date-time".equals(schema.path("format").asText())) {
            return Instant.now().toString();
        }
        String pattern = schema.path("pattern").asText(".*");
        List<String> fitting = WORDS.stream()
                .filter(word -> word.matches("(?s)" + pattern)
                        && word.length() >= schema.path("minLength").asInt(0)
                        && word.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE))
                .toList();
        return fitting.isEmpty() ? "x".repeat(schema.path("minLength").asInt(1)) : one(fitting);
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = schema.path("maximum").asLong(least + 100);
        return least + random.nextInt((int) Math.min(1_000, most - least) + 1);
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String reference = found.get("$ref").asText();
            found = document.at(reference.substring(reference.indexOf('#') + 1));
        }
        return found;
    }

    private static String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText("string");
    }

    private JsonNode mutated(JsonNode sound) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(sound, objects);
        if (objects.isEmpty() || random.nextInt(20) == 0) {
            return odd();
        }
        ObjectNode chosen = one(objects);
        List<String> names = new ArrayList<>();
        chosen.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            chosen.set("extra", odd());
        } else if (random.nextInt(5) == 0) {
            chosen.remove(one(names));
        } else {
            chosen.set(one(names), odd());
        }
        return sound;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    /** A value of another type, at a boundary, huge, or in signs that few expect. */
    private JsonNode odd() {
        return one(List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.objectNode(),
                JSON.objectNode().put("$ne", 1),
                JSON.arrayNode(),
                JSON.arrayNode().add(7).add("x").addNull(),
                JSON.numberNode(0),
                JSON.numberNode(-1),
                JSON.numberNode(0.5),
                JSON.numberNode(Integer.MAX_VALUE + 1L),
                JSON.numberNode((1L << 53) + 1),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(new BigDecimal("1e400")),
                JSON.textNode(""),
                JSON.textNode(" "),
                JSON.textNode("x".repeat(70_000)),
                JSON.textNode("\u0000"),
                JSON.textNode("\ud83d"),
                JSON.textNode("\u202e\u2066火\ufeff"),
                JSON.textNode("\ud83d\udd25\ud842\udfb7"),
                JSON.textNode("a\r\nb\tc"),
                JSON.textNode("'}) DETACH DELETE n //"),
                JSON.textNode("../../etc/passwd"),
                JSON.textNode("1970-01-01T00:00:00Z"),
                JSON.textNode("9999-12-31T23:59:60Z"),
                JSON.textNode("-999999999-01-01T00:00:00Z"),
                JSON.textNode("NaN"),
                JSON.textNode("true")));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
