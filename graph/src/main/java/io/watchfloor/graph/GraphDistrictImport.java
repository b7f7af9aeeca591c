package io.watchfloor.graph;

import java.nio.file.Path;

/** Reads and checks everything first; only tables without a fault reach the graph. */
final class GraphDistrictImport implements DistrictImport {
    private final DistrictReader reader;
    private final DistrictWriter writer;

    GraphDistrictImport(DistrictReader reader, DistrictWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public Report importFrom(Path folder) {
        return importFrom(Uploads.folder(folder), false);
    }

    @Override
    public Report importFrom(SheetSource source, boolean keepOthers) {
        DistrictFiles files =
                new DistrictFiles(keepOthers ? source.orElse(DistrictTables.sheets(reader.read())) : source);
        District district = files.read();
        if (!files.faults().isEmpty()) {
            return new Report(files.faults(), 0, files.rows());
        }
        return new Report(files.faults(), writer.write(district), files.rows());
    }
}
