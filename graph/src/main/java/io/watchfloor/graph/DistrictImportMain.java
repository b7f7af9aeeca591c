package io.watchfloor.graph;

import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.district.DistrictImport;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Imports the district in a folder, as a process of its own: a large one needs memory that nobody needs afterwards. The
 * graph is {@code WATCHFLOOR_GRAPH_URI}, {@code …_USER} and {@code …_PASSWORD}. The last line says what came of it; the
 * exit code is 0, or 2 when the folder has faults or cannot be used, or 1 when the graph cannot be reached.
 */
public final class DistrictImportMain {
    private static final int CANNOT_REACH = 1;
    private static final int HAS_FAULTS = 2;
    private static final int FAULTS_SHOWN = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private DistrictImportMain() {}

    /** Takes one argument, the folder. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            out.println("The one argument is a folder with a district's CSV files.");
            System.exit(HAS_FAULTS);
        }
        System.exit(importFrom(Path.of(args[0]), out));
    }

    private static int importFrom(Path folder, PrintStream out) {
        try (Graph graph = Graph.open(settings())) {
            graph.migrate();
            DistrictImport.Report report = graph.districtImport().importFrom(folder);
            out.println(
                    report.isDone() ? "imported " + report.rows() + " rows from " + folder : sentence(folder, report));
            return report.isDone() ? 0 : HAS_FAULTS;
        } catch (GraphUnavailableException e) {
            out.println("The graph cannot be reached: " + e.getMessage());
            return CANNOT_REACH;
        }
    }

    /** What is wrong with the folder, its first faults each with file and line. */
    public static String sentence(Path folder, DistrictImport.Report report) {
        List<String> shown = report.faults().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> fault.file() + " line " + fault.line() + ": " + fault.detail())
                .toList();
        return "The district in " + folder + " has " + report.faults().size() + " faults and was not imported: "
                + String.join("; ", shown) + ".";
    }

    private static GraphSettings settings() {
        return new GraphSettings(
                URI.create(System.getenv().getOrDefault("WATCHFLOOR_GRAPH_URI", "bolt://127.0.0.1:7687")),
                System.getenv("WATCHFLOOR_GRAPH_USER"),
                System.getenv("WATCHFLOOR_GRAPH_PASSWORD"),
                CONNECT);
    }
}
