package io.watchfloor.launcher.parts;

import io.watchfloor.drill.district.DemoDistrict;
import io.watchfloor.graph.District;
import io.watchfloor.graph.DistrictImport;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.settings.Options;
import io.watchfloor.launcher.settings.StartRefusedException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the graph's schema up to date and a district into it: the chosen one, or the demo when it has none. The demo is
 * generated in this process: a module of a few milliseconds is not worth another one.
 */
final class DistrictPreparation implements Callable<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(DistrictPreparation.class);
    private static final int FAULTS_SHOWN = 5;

    private final GraphSettings graphSettings;
    private final Path chosen;
    private final Path demo;

    DistrictPreparation(GraphSettings graphSettings, Options options, DataFolder folder) {
        this.graphSettings = graphSettings;
        this.chosen = options.district();
        this.demo = folder.demoDistrict();
    }

    @Override
    public Void call() throws StartRefusedException {
        try (Graph graph = Graph.open(graphSettings)) {
            graph.migrate();
            if (chosen != null) {
                importFrom(graph, chosen);
            } else if (isEmpty(graph.readDistrict())) {
                DemoDistrict.generate(DemoDistrict.DEFAULT_SEED).writeTo(demo);
                importFrom(graph, demo);
            }
            return null;
        }
    }

    private static boolean isEmpty(District district) {
        return district.people().isEmpty() && district.places().isEmpty();
    }

    private static void importFrom(Graph graph, Path folder) throws StartRefusedException {
        DistrictImport.Report report = graph.districtImport().importFrom(folder);
        if (!report.isDone()) {
            throw new StartRefusedException(sentence(folder, report));
        }
        LOG.info("imported {} rows from {}", report.rows(), folder);
    }

    private static String sentence(Path folder, DistrictImport.Report report) {
        String shown = report.faults().stream()
                .limit(FAULTS_SHOWN)
                .map(fault -> fault.file() + " line " + fault.line() + ": " + fault.detail())
                .collect(Collectors.joining("; "));
        return "The district in " + folder + " has " + report.faults().size() + " faults and was not imported: " + shown
                + ".";
    }
}
