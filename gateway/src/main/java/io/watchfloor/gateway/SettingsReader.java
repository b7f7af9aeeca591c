package io.watchfloor.gateway;

import io.watchfloor.contract.World;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads typed values from the environment, and remembers which keys exist. */
final class SettingsReader {
    private static final int KEY_BYTES = 32;
    private static final String PREFIX = "WATCHFLOOR_";

    private final Map<String, String> environment;
    private final Set<String> known = new HashSet<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String key, String byDefault) {
        known.add(key);
        String value = environment.get(key);
        return value == null || value.isBlank() ? byDefault : value.strip();
    }

    String world(String key, String byDefault) {
        String value = text(key, byDefault);
        if (!World.isValid(value)) {
            throw wrong(key, value, "'live', or 'drill-' and a name of a-z, 0-9 and '-'");
        }
        return value;
    }

    int integer(String key, int byDefault, int least, int most) {
        String value = text(key, Integer.toString(byDefault));
        String allowed = "a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw wrong(key, value, allowed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw wrong(key, value, allowed);
        }
    }

    Duration duration(String key, Duration byDefault, Duration most) {
        String value = text(key, byDefault.toString());
        String allowed = "an ISO-8601 duration from PT1S to " + most;
        try {
            Duration duration = Duration.parse(value);
            if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(most) > 0) {
                throw wrong(key, value, allowed);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw wrong(key, value, allowed);
        }
    }

    /** Durations by grade, and by other names; a grade that is left out keeps its own. */
    Map<String, Duration> clocks(String key, String byDefault) {
        Map<String, Duration> clocks = new HashMap<>(read(key, byDefault));
        String value = text(key, null);
        if (value != null) {
            clocks.putAll(read(key, value));
        }
        return Map.copyOf(clocks);
    }

    private static Map<String, Duration> read(String key, String value) {
        Map<String, Duration> read = new HashMap<>();
        for (String part : value.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            Duration duration = pair.length == 2 && pair[0].matches("[A-Za-z0-9._-]{1,64}") ? parse(pair[1]) : null;
            if (duration == null
                    || duration.compareTo(Duration.ofSeconds(5)) < 0
                    || duration.compareTo(Duration.ofDays(60)) > 0) {
                throw wrong(key, value, "names with ISO-8601 durations from PT5S to P60D, such as I=PT45S,II=PT90S");
            }
            read.put(pair[0], duration);
        }
        return read;
    }

    private static Duration parse(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    URI uri(String key, String byDefault, Set<String> schemes) {
        String value = text(key, byDefault);
        String allowed = "an address such as " + byDefault + " with one of the schemes "
                + String.join(", ", new TreeSet<>(schemes));
        try {
            URI uri = URI.create(value);
            if (uri.getScheme() == null || !schemes.contains(uri.getScheme()) || uri.getHost() == null) {
                throw wrong(key, withoutPassword(value), allowed);
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw wrong(key, withoutPassword(value), allowed);
        }
    }

    URI optionalUri(String key, Set<String> schemes) {
        return text(key, null) == null ? null : uri(key, "https://id.example", schemes);
    }

    boolean flag(String key, boolean byDefault) {
        String value = text(key, Boolean.toString(byDefault));
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(key, value, "true or false");
        }
        return value.equals("true");
    }

    /** 32 bytes in base 64; what is wrong is not repeated, because it may be nearly right. */
    String key(String key) {
        String value = text(key, null);
        if (value == null) {
            return null;
        }
        try {
            if (Base64.getDecoder().decode(value).length == KEY_BYTES) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + " must be " + KEY_BYTES + " bytes in base 64.");
        }
        throw new SettingsException(key + " must be " + KEY_BYTES + " bytes in base 64.");
    }

    String tileUrl(String key) {
        String value = text(key, null);
        if (value == null) {
            return null;
        }
        boolean complete = value.matches("https?://[^\\s;,'\"]+")
                && value.contains("{z}")
                && value.contains("{x}")
                && value.contains("{y}");
        if (!complete) {
            throw wrong(key, value, "an http or https address with {z}, {x} and {y}");
        }
        return value;
    }

    Settings.TileDatum tileDatum(String key) {
        String value = text(key, "wgs84");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "wgs84" -> Settings.TileDatum.WGS84;
            case "gcj02" -> Settings.TileDatum.GCJ02;
            default -> throw wrong(key, value, "wgs84 or gcj02");
        };
    }

    Set<String> names(String key, Set<String> byDefault) {
        String value = text(key, null);
        if (value == null) {
            return byDefault;
        }
        Set<String> names = Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        if (names.stream().anyMatch(name -> !name.matches("\\[[0-9a-f:]+]|[a-z0-9._-]+"))) {
            throw wrong(key, value, "host names without port, separated by commas");
        }
        return names;
    }

    Path file(String key) {
        String value = text(key, null);
        if (value == null) {
            return null;
        }
        Path path = Path.of(value);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw wrong(key, value, "a file that can be read");
        }
        return path;
    }

    /** A folder that is there and can be written, made when it is not there; null when not set. */
    Path folder(String key) {
        String value = text(key, null);
        if (value == null) {
            return null;
        }
        try {
            Path folder = Files.createDirectories(Path.of(value));
            Files.delete(Files.createTempFile(folder, "writable", null));
            return folder;
        } catch (IOException | InvalidPathException e) {
            throw wrong(key, value, "a folder that can be written");
        }
    }

    /** A PEM file with a certificate; null when not set. */
    Path certificate(String key) {
        Path path = file(key);
        if (path == null) {
            return null;
        }
        if (!holdsCertificate(path)) {
            throw wrong(key, path.toString(), "a PEM file with a certificate");
        }
        return path;
    }

    private static boolean holdsCertificate(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (IOException | CertificateException e) {
            return false;
        }
    }

    /** Folders by what lies in them, as {@code name=folder} separated like a search path; none has to be there yet. */
    Map<String, Path> folders(String key) {
        Map<String, Path> folders = new LinkedHashMap<>();
        String value = text(key, null);
        if (value == null) {
            return folders;
        }
        for (String part : value.split(File.pathSeparator, -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length != 2 || !pair[0].matches("[a-z]{1,32}") || pair[1].isBlank()) {
                throw wrong(
                        key,
                        value,
                        "names with folders, such as redis=/data/redis" + File.pathSeparator + "graph=/data/graph");
            }
            folders.put(pair[0], Path.of(pair[1]));
        }
        return folders;
    }

    double speed(String key, double byDefault) {
        String value = text(key, Double.toString(byDefault));
        if (value.equalsIgnoreCase("max")) {
            return Double.POSITIVE_INFINITY;
        }
        String allowed = "'max' or a number from 0.01 to 1000000";
        try {
            double speed = Double.parseDouble(value);
            if (!(speed >= 0.01 && speed <= 1_000_000)) {
                throw wrong(key, value, allowed);
            }
            return speed;
        } catch (NumberFormatException e) {
            throw wrong(key, value, allowed);
        }
    }

    void refuseUnknownKeys() {
        for (String key : new TreeSet<>(environment.keySet())) {
            if (key.startsWith(PREFIX) && !known.contains(key)) {
                throw new SettingsException(key + " is not a setting of the gateway; it has "
                        + String.join(", ", new TreeSet<>(known)) + ".");
            }
        }
    }

    private static SettingsException wrong(String key, String value, String allowed) {
        return new SettingsException(key + " is '" + value + "', but must be " + allowed + ".");
    }

    private static String withoutPassword(String uri) {
        return uri.replaceFirst("//[^@/]*@", "//***@");
    }
}
