package io.watchfloor.gateway.access;

import io.watchfloor.graph.access.KeyRegister.ApiKey;
import io.watchfloor.graph.access.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of the machine's own programs, known without the graph: a line each of name, roles with commas between, {@code own}
 * or {@code others} for in whose name it acts, and the key's SHA-256 in hexadecimal. A line that begins with # says
 * nothing.
 */
public final class KeyFile {
    private static final Pattern LINE =
            Pattern.compile("([\\p{L}\\p{N}._-]{1,64}) ([a-z,-]{1,200}) (own|others) ([0-9a-f]{64})");

    private KeyFile() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException naming the line that is wrong, or that it cannot be read
     */
    public static List<ApiKey> read(Path file) {
        List<ApiKey> keys = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(parse(file, line.strip()));
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
        return keys;
    }

    private static ApiKey parse(Path file, String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    file + " has a line that is not name, roles, own or others, and a SHA-256 in hexadecimal");
        }
        String name = parts.group(1);
        return new ApiKey(
                "file:" + name,
                name,
                parts.group(4),
                roles(file, parts.group(2)),
                parts.group(3).equals("others"),
                null,
                null,
                "file",
                Instant.EPOCH,
                null,
                null);
    }

    private static Set<Role> roles(Path file, String names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names.split(",", -1)) {
            roles.add(Role.find(name)
                    .orElseThrow(
                            () -> new IllegalArgumentException(file + " names a role that there is not: " + name)));
        }
        return roles;
    }
}
