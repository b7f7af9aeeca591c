package io.watchfloor.pipeline.duty.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.contract.EscalationStage;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.MeasureStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code time-targets.json}: complete, every target with its norm, or refused with a sentence that says why. */
public final class TimeTargetsFile {
    /** The file is not one of targets; the message is one sentence that says where, and what is allowed. */
    public static final class WrongTargetsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongTargetsException(String message) {
            super(message);
        }
    }

    private static final String RESOURCE = "time-targets.json";
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final String DURATION = "must be a duration such as PT60S, from PT1S to PT720H";

    private TimeTargetsFile() {}

    /** Those that are shipped. */
    public static TimeTargets shipped() {
        try (InputStream in = TimeTargetsFile.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " is part of this jar", e);
        }
    }

    /**
     * Those of a file.
     *
     * @throws WrongTargetsException when it cannot be read, or is not one of targets
     */
    public static TimeTargets read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new WrongTargetsException("must be a JSON file in UTF-8 that can be read");
        }
    }

    static TimeTargets parse(String json) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new WrongTargetsException("must be JSON: " + e.getOriginalMessage());
        }
        requireFields("it", root, Set.of("stages", "steps", "ladders"));
        return new TimeTargets(
                table(EscalationStage.class, root.get("stages"), "stages", TimeTargetsFile::targets),
                table(MeasureStep.class, root.get("steps"), "steps", TimeTargetsFile::targets),
                table(Grade.class, root.get("ladders"), "ladders", TimeTargetsFile::ladder));
    }

    private static <K extends Enum<K>, V> Map<K, V> table(
            Class<K> keys, JsonNode node, String at, BiFunction<JsonNode, String, V> value) {
        requireFields(
                at, node, Stream.of(keys.getEnumConstants()).map(Enum::name).collect(Collectors.toSet()));
        Map<K, V> table = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            table.put(key, value.apply(node.get(key.name()), at + "." + key.name()));
        }
        return table;
    }

    private static Map<Grade, Target> targets(JsonNode node, String at) {
        return table(Grade.class, node, at, TimeTargetsFile::target);
    }

    private static Target target(JsonNode node, String at) {
        requireFields(at, node, Set.of("within", "norm"));
        String norm = node.get("norm").asText("");
        if (norm.isBlank()) {
            throw new WrongTargetsException(at + ".norm must name who says so, or say: local setting");
        }
        return new Target(duration(node.get("within"), at + ".within"), norm);
    }

    private static Ladder ladder(JsonNode node, String at) {
        requireFields(at, node, Set.of("topRung", "every", "repeat"));
        JsonNode top = node.get("topRung");
        if (!top.isInt() || top.intValue() < 1 || top.intValue() > Ladder.DIRECTOR) {
            throw new WrongTargetsException(at + ".topRung must be 1 (shift leader) or 2 (director), not " + top);
        }
        return new Ladder(
                top.intValue(),
                duration(node.get("every"), at + ".every"),
                duration(node.get("repeat"), at + ".repeat"));
    }

    private static Duration duration(JsonNode node, String at) {
        try {
            Duration duration = Duration.parse(node.asText(""));
            if (duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // said below, in the same words
        }
        throw new WrongTargetsException(at + " " + DURATION + ", not " + node);
    }

    private static void requireFields(String at, JsonNode node, Set<String> fields) {
        if (node == null || !node.isObject()) {
            throw new WrongTargetsException(at + " must be an object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw new WrongTargetsException(at + " must not have " + name);
            }
        }
        fields.stream().sorted().filter(field -> !node.has(field)).findFirst().ifPresent(field -> {
            throw new WrongTargetsException(at + " must have " + field);
        });
    }
}
