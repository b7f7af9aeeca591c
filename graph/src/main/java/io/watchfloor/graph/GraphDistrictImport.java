package io.watchfloor.graph;

import java.nio.file.Path;

/** Reads and checks everything first; only a folder without a fault reaches the graph. */
final class GraphDistrictImport implements DistrictImport {
    private final DistrictWriter writer;

    GraphDistrictImport(DistrictWriter writer) {
        this.writer = writer;
    }

    @Override
    public Report importFrom(Path folder) {
        DistrictFiles files = new DistrictFiles(folder);
        District district = files.read();
        if (!files.faults().isEmpty()) {
            return new Report(files.faults(), 0, files.rows());
        }
        return new Report(files.faults(), writer.write(district), files.rows());
    }
}
