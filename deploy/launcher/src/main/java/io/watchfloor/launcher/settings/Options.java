package io.watchfloor.launcher.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port the console's port; 0 for any free one
 * @param data folder of all state
 * @param district folder of the district's CSV files; null for the demo district
 * @param feed where reports come from
 * @param help whether only the usage is asked for
 * @param verifyAudit whether only the audit log is to be checked
 */
public record Options(int port, Path data, Path district, Feed feed, boolean help, boolean verifyAudit) {
    private static final String USAGE = "usage.txt";

    private static final int HIGHEST_PORT = 65_535;

    /** Where reports come from. */
    public enum FeedKind {
        SIMULATED,
        NONE,
        FILE
    }

    /**
     * The chosen feed.
     *
     * @param kind which
     * @param file the file to replay; null unless {@code FILE}
     * @param mapping what the file's columns mean; null unless {@code FILE}
     * @param speed how many times faster than its own pace, or {@code max}
     */
    public record Feed(FeedKind kind, Path file, Path mapping, String speed) {}

    /** What {@code --help} prints, in both languages; {@code ./run} prints the same file without building anything. */
    public static String usage() {
        try (InputStream text = Options.class.getResourceAsStream(USAGE)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + USAGE, e);
        }
    }

    /**
     * Reads the command line.
     *
     * @param words its words
     * @param home folder the default data folder lies in
     * @throws StartRefusedException when it cannot be understood
     */
    public static Options parse(List<String> words, Path home) throws StartRefusedException {
        Parser parser = new Parser(home.resolve("data"));
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            parser.accept(rest.next(), rest);
        }
        return parser.finish();
    }

    private static final class Parser {
        private int port = 8080;
        private Path data;
        private Path district;
        private String feed = "sim";
        private Path mapping;
        private String speed;
        private boolean help;
        private boolean verifyAudit;

        Parser(Path data) {
            this.data = data;
        }

        void accept(String word, Iterator<String> rest) throws StartRefusedException {
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            Iterator<String> values =
                    equals < 0 ? rest : List.of(word.substring(equals + 1)).iterator();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--verify-audit" -> verifyAudit = true;
                case "--port" -> port = port(value(option, values));
                case "--data" -> data = Path.of(value(option, values)).toAbsolutePath();
                case "--district" -> district = Path.of(value(option, values)).toAbsolutePath();
                case "--feed" -> feed = value(option, values);
                case "--mapping" -> mapping = Path.of(value(option, values)).toAbsolutePath();
                case "--speed" -> speed = speed(value(option, values));
                default -> throw new StartRefusedException("Unknown option " + word + "; ./run --help lists them.");
            }
        }

        Options finish() throws StartRefusedException {
            return new Options(port, data.normalize(), district, chosenFeed(), help, verifyAudit);
        }

        private Feed chosenFeed() throws StartRefusedException {
            FeedKind kind =
                    switch (feed) {
                        case "sim" -> FeedKind.SIMULATED;
                        case "none" -> FeedKind.NONE;
                        default -> FeedKind.FILE;
                    };
            if (kind == FeedKind.FILE) {
                if (mapping == null) {
                    throw new StartRefusedException(
                            "--feed " + feed + " needs --mapping FILE, which says what the file's columns mean.");
                }
                return new Feed(kind, Path.of(feed).toAbsolutePath(), mapping, speed == null ? "1" : speed);
            }
            if (mapping != null || speed != null) {
                throw new StartRefusedException("--mapping and --speed go with --feed FILE only.");
            }
            return new Feed(kind, null, null, "1");
        }

        private static String value(String option, Iterator<String> values) throws StartRefusedException {
            if (!values.hasNext()) {
                throw new StartRefusedException(option + " needs a value; ./run --help lists the options.");
            }
            String value = values.next();
            if (value.isBlank() || value.startsWith("--")) {
                throw new StartRefusedException(option + " needs a value; ./run --help lists the options.");
            }
            return value;
        }

        private static int port(String value) throws StartRefusedException {
            try {
                int port = Integer.parseInt(value);
                if (port >= 0 && port <= HIGHEST_PORT) {
                    return port;
                }
            } catch (NumberFormatException e) {
                // said below, like a number out of range
            }
            throw new StartRefusedException("--port " + value + " is not a port; give a number from 0 to 65535.");
        }

        private static String speed(String value) throws StartRefusedException {
            try {
                if ("max".equals(value) || new BigDecimal(value).signum() > 0) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below, like a number out of range
            }
            throw new StartRefusedException("--speed " + value + " is not a speed; give a number above 0, or max.");
        }
    }
}
