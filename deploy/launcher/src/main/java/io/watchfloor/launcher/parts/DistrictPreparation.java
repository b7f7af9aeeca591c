package io.watchfloor.launcher.parts;

import io.watchfloor.drill.district.DemoDistrict;
import io.watchfloor.graph.DistrictImportMain;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.district.DistrictImport;
import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.process.Child;
import io.watchfloor.launcher.process.Command;
import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the graph's schema up to date and a district into it: the chosen one, in a process that may be as large as a
 * city, or the demo when there is none. The demo is made and imported right here: its few hundred rows are not worth
 * another process.
 */
final class DistrictPreparation implements Callable<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(DistrictPreparation.class);
    private static final String NAME = "district";

    private final GraphSettings graphSettings;
    private final Command importOfChosen;
    private final DataFolder folder;

    /**
     * A preparation.
     *
     * @param importOfChosen imports the district somebody chose; null when nobody did
     */
    DistrictPreparation(GraphSettings graphSettings, Command importOfChosen, DataFolder folder) {
        this.graphSettings = graphSettings;
        this.importOfChosen = importOfChosen;
        this.folder = folder;
    }

    @Override
    public Void call() throws StartRefusedException, IOException, InterruptedException {
        if (importOfChosen != null) {
            runImport();
            return null;
        }
        try (Graph graph = Graph.open(graphSettings)) {
            graph.migrate();
            if (graph.readDistrictStamp().isEmpty()) {
                Path demo = folder.demoDistrict();
                DemoDistrict.generate(DemoDistrict.DEFAULT_SEED).writeTo(demo);
                importDemo(graph, demo);
            }
        }
        return null;
    }

    private void runImport() throws StartRefusedException, IOException, InterruptedException {
        Child child = Child.start(
                importOfChosen,
                folder.logs().resolve(NAME + ".log"),
                folder.run().resolve(NAME + ".pid"));
        Thread kill = new Thread(child::kill, "kill-import");
        Runtime.getRuntime().addShutdownHook(kill);
        int code = child.awaitExit();
        Runtime.getRuntime().removeShutdownHook(kill);
        List<String> said = child.lastLines();
        if (code != 0) {
            throw new StartRefusedException(
                    said.isEmpty() ? "The import of the district ended with code " + code + "." : last(said));
        }
        LOG.info("{}", last(said));
    }

    private static void importDemo(Graph graph, Path demo) throws StartRefusedException {
        DistrictImport.Report report = graph.districtImport().importFrom(demo);
        if (!report.isDone()) {
            throw new StartRefusedException(DistrictImportMain.sentence(demo, report));
        }
        LOG.info("imported {} rows from {}", report.rows(), demo);
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
