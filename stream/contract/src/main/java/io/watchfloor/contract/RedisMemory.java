package io.watchfloor.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Redis says of its memory.
 *
 * @param usedBytes by all that it holds
 * @param mostBytes that it takes; 0 when it knows no bound
 */
public record RedisMemory(long usedBytes, long mostBytes) {
    private static final Pattern USED = Pattern.compile("(?m)^used_memory:(\\d+)");
    private static final Pattern MOST = Pattern.compile("(?m)^maxmemory:(\\d+)");

    /** From its answer to {@code INFO memory}. */
    public static RedisMemory of(String info) {
        return new RedisMemory(number(USED, info), number(MOST, info));
    }

    private static long number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
