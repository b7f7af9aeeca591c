package io.watchfloor.pipeline;

import io.watchfloor.contract.World;
import io.watchfloor.pipeline.duty.rule.TimeTargets;
import io.watchfloor.pipeline.duty.rule.TimeTargetsFile;
import io.watchfloor.pipeline.warn.rule.Holidays;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that can be set, parsed once at start from {@code WATCHFLOOR_*} environment variables.
 *
 * @param redis where the streams are
 * @param graphUri where incidents are filed
 * @param graphUser null when the graph asks for none
 * @param graphPassword null when the graph asks for none
 * @param intakePartitions how many intake streams there are; the gateway must have the same number
 * @param world the world this process serves
 * @param checkpointDir checkpoints of all jobs
 * @param workDir the jobs' working files, begun anew at start; best not on the disk of the checkpoints, whose being full then
 *     costs checkpoints alone
 * @param checkpointInterval between two checkpoints
 * @param pictureKept how long a message stays on the picture stream: a console that comes back within this finds all it has
 *     missed
 * @param parallelism parallel instances of reading and merging, 1 or 2
 * @param metricsPort Prometheus; 0 = off
 * @param timeTargets how long what may take, and who is told when it takes longer
 * @param holidays days that are not what their weekday says
 */
public record PipelineSettings(
        URI redis,
        URI graphUri,
        String graphUser,
        String graphPassword,
        int intakePartitions,
        String world,
        Path checkpointDir,
        Path workDir,
        Duration checkpointInterval,
        Duration pictureKept,
        int parallelism,
        int metricsPort,
        TimeTargets timeTargets,
        Holidays holidays) {

    /** A setting is wrong; the message is one sentence that says which, and what is allowed. */
    public static final class WrongSettingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongSettingException(String message) {
            super(message);
        }
    }

    private static final String PREFIX = "WATCHFLOOR_";
    private static final String TIME_TARGETS = "WATCHFLOOR_TIME_TARGETS";
    private static final String HOLIDAYS = "WATCHFLOOR_HOLIDAYS";
    private static final Set<String> KEYS = Set.of(
            "WATCHFLOOR_REDIS_URL",
            "WATCHFLOOR_GRAPH_URI",
            "WATCHFLOOR_GRAPH_USER",
            "WATCHFLOOR_GRAPH_PASSWORD",
            "WATCHFLOOR_INTAKE_PARTITIONS",
            "WATCHFLOOR_WORLD",
            "WATCHFLOOR_CHECKPOINT_DIR",
            "WATCHFLOOR_WORK_DIR",
            "WATCHFLOOR_CHECKPOINT_INTERVAL",
            "WATCHFLOOR_PICTURE_KEPT",
            "WATCHFLOOR_PARALLELISM",
            "WATCHFLOOR_PIPELINE_METRICS_PORT",
            TIME_TARGETS,
            HOLIDAYS);
    private static final int MAX_PARTITIONS = 64;
    private static final int MAX_PARALLELISM = 2;
    private static final int MAX_PORT = 65_535;
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final Duration SHORTEST_KEPT = Duration.ofMinutes(1);
    private static final Duration LONGEST_KEPT = Duration.ofDays(1);

    /**
     * Reads the settings.
     *
     * @throws WrongSettingException when a value is not allowed, or a {@code WATCHFLOOR_*} key is unknown
     */
    public static PipelineSettings parse(Map<String, String> env) {
        env.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && !KEYS.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(key, env.get(key), "is not a setting of the pipeline; see its README");
                });
        Path checkpoints = folder(env, "WATCHFLOOR_CHECKPOINT_DIR", "data/checkpoints");
        return new PipelineSettings(
                uri(env, "WATCHFLOOR_REDIS_URL", "redis://127.0.0.1:6379", Set.of("redis", "rediss")),
                uri(env, "WATCHFLOOR_GRAPH_URI", "bolt://127.0.0.1:7687", Set.of("bolt", "bolt+s", "neo4j", "neo4j+s")),
                env.get("WATCHFLOOR_GRAPH_USER"),
                env.get("WATCHFLOOR_GRAPH_PASSWORD"),
                number(env, "WATCHFLOOR_INTAKE_PARTITIONS", 1, 1, MAX_PARTITIONS),
                world(env),
                checkpoints,
                folder(env, "WATCHFLOOR_WORK_DIR", checkpoints + "-work"),
                duration(env, "WATCHFLOOR_CHECKPOINT_INTERVAL", "PT5S", SHORTEST_INTERVAL, LONGEST_INTERVAL),
                duration(env, "WATCHFLOOR_PICTURE_KEPT", "PT1H", SHORTEST_KEPT, LONGEST_KEPT),
                number(env, "WATCHFLOOR_PARALLELISM", 1, 1, MAX_PARALLELISM),
                number(env, "WATCHFLOOR_PIPELINE_METRICS_PORT", 0, 0, MAX_PORT),
                timeTargets(env.get(TIME_TARGETS)),
                holidays(env.get(HOLIDAYS)));
    }

    private static URI uri(Map<String, String> env, String key, String otherwise, Set<String> schemes) {
        String allowed = "must be an address such as " + otherwise;
        return value(env, key, otherwise, allowed, text -> {
            try {
                URI uri = new URI(text);
                return uri.getHost() != null && schemes.contains(uri.getScheme()) ? uri : null;
            } catch (URISyntaxException e) {
                return null;
            }
        });
    }

    private static int number(Map<String, String> env, String key, int otherwise, int min, int max) {
        String allowed = "must be a whole number from " + min + " to " + max;
        return value(env, key, String.valueOf(otherwise), allowed, text -> {
            try {
                int number = Integer.parseInt(text);
                return number >= min && number <= max ? Integer.valueOf(number) : null;
            } catch (NumberFormatException e) {
                return null;
            }
        });
    }

    private static String world(Map<String, String> env) {
        return value(
                env,
                "WATCHFLOOR_WORLD",
                World.LIVE,
                "must be live, or drill- and up to 40 small letters, digits or hyphens",
                name -> World.isValid(name) ? name : null);
    }

    private static Path folder(Map<String, String> env, String key, String otherwise) {
        return value(env, key, otherwise, "must be a folder", text -> {
            try {
                return text.isBlank() ? null : Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                return null;
            }
        });
    }

    private static Duration duration(
            Map<String, String> env, String key, String otherwise, Duration shortest, Duration longest) {
        String allowed = "must be a duration such as " + otherwise + ", from " + shortest + " to " + longest;
        return value(env, key, otherwise, allowed, text -> {
            try {
                Duration duration = Duration.parse(text);
                return duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0 ? duration : null;
            } catch (DateTimeParseException e) {
                return null;
            }
        });
    }

    private static TimeTargets timeTargets(String file) {
        if (file == null) {
            return TimeTargetsFile.shipped();
        }
        try {
            return TimeTargetsFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw wrong(TIME_TARGETS, file, "must be a JSON file in UTF-8 that can be read");
        } catch (TimeTargetsFile.WrongTargetsException e) {
            throw wrong(TIME_TARGETS, file, e.getMessage());
        }
    }

    private static Holidays holidays(String file) {
        if (file == null) {
            return Holidays.shipped();
        }
        try {
            return Holidays.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw wrong(HOLIDAYS, file, "must be a CSV file in UTF-8 that can be read");
        } catch (Holidays.WrongHolidaysException e) {
            throw wrong(HOLIDAYS, file, e.getMessage());
        }
    }

    /** The parsed value; the parser answers null for what is not allowed. */
    private static <T> T value(
            Map<String, String> env, String key, String otherwise, String allowed, Function<String, T> parser) {
        String text = env.getOrDefault(key, otherwise);
        T value = parser.apply(text);
        if (value == null) {
            throw wrong(key, text, allowed);
        }
        return value;
    }

    private static WrongSettingException wrong(String key, String value, String allowed) {
        return new WrongSettingException(key + "=" + value + " " + allowed + ".");
    }
}
