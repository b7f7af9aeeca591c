package io.watchfloor.launcher.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings that lie in the data folder, so that a backup has them: {@code WATCHFLOOR_KEY=value}, one a line, UTF-8; empty
 * lines and lines that begin with {@code #} are left out. What the environment says counts for more.
 */
public final class SettingsFile {
    /** Its name in the data folder. */
    public static final String NAME = "settings";

    private static final Pattern LINE = Pattern.compile("(WATCHFLOOR_[A-Z0-9_]+)=(.*)");

    private SettingsFile() {}

    /**
     * The environment, and what the file of this data folder adds to it.
     *
     * @throws StartRefusedException naming the line that is no setting
     */
    public static Map<String, String> under(Path data, Map<String, String> env) throws StartRefusedException {
        Path file = data.resolve(NAME);
        if (!Files.exists(file)) {
            return env;
        }
        Map<String, String> all = new TreeMap<>();
        int number = 0;
        for (String line : read(file)) {
            number++;
            Matcher setting = LINE.matcher(line.strip());
            if (setting.matches()) {
                all.put(setting.group(1), setting.group(2).strip());
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                throw new StartRefusedException(
                        "Line " + number + " of " + file + " is no setting; WATCHFLOOR_KEY=value is needed.");
            }
        }
        all.putAll(env);
        return all;
    }

    private static List<String> read(Path file) throws StartRefusedException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new StartRefusedException(file + " is not UTF-8.");
        } catch (IOException e) {
            throw new StartRefusedException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
