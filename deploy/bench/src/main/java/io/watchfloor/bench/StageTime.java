package io.watchfloor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processor time of the pipeline by stage: threads have names that say what they do, and the JVM tells the time of each.
 */
final class StageTime {
    private static final Pattern THREAD =
            Pattern.compile("^\"(.+?)\" .*?cpu=([0-9.]+)ms", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Map<String, Predicate<String>> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("filing", in("-> filing", "graph filing", "Neo4jDriver"));
        STAGES.put(
                "duty",
                in("(incidents", "watch", "measure", "alarm health", "duty", "escalation")
                        .or("duty"::equals));
        STAGES.put("fetch", in("Source: intake"));
        STAGES.put("read and merge", in("read ->"));
        STAGES.put("warn", in("warn", "alert sink"));
        STAGES.put("picture sink", in("picture sink"));
        STAGES.put("compiler", in("C1 Compiler", "C2 Compiler"));
        STAGES.put("garbage collector", in("VM Thread", "GC "));
    }

    private StageTime() {}

    private static Predicate<String> in(String... parts) {
        return name -> {
            for (String part : parts) {
                if (name.contains(part)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** Milliseconds of processor time that the stages of this pipeline have used so far. */
    static Map<String, Long> millisByStage(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        String threads = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd: " + threads);
        }
        Map<String, Long> millis = new LinkedHashMap<>();
        for (String line : threads.split("\n", -1)) {
            Matcher thread = THREAD.matcher(line);
            if (thread.find()) {
                millis.merge(stageOf(thread.group(1)), Math.round(Double.parseDouble(thread.group(2))), Long::sum);
            }
        }
        return millis;
    }

    static String stageOf(String thread) {
        return STAGES.entrySet().stream()
                .filter(stage -> stage.getValue().test(thread))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("everything else");
    }
}
