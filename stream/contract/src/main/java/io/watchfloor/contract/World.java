package io.watchfloor.contract;

import java.util.regex.Pattern;

/**
 * The space a message belongs to: {@code live}, or one drill ({@code drill-…}). Nothing crosses from one world to
 * another.
 */
public final class World {
    /** The real one. */
    public static final String LIVE = "live";

    private static final Pattern NAME = Pattern.compile("live|drill-[a-z0-9-]{1,40}");

    private World() {}

    /** Whether this is a well-formed world name. */
    public static boolean isValid(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /** Whether the name is that of a drill. */
    public static boolean isDrill(String name) {
        return isValid(name) && !LIVE.equals(name);
    }
}
