package io.watchfloor.graph.district;

import io.watchfloor.contract.World;
import io.watchfloor.graph.equipment.EquipmentDesk;
import java.nio.file.Path;

/** Reads and checks everything first; only tables without a fault reach the graph. */
final class GraphDistrictImport implements DistrictImport {
    /** As the audit log has it. */
    private static final String IMPORT = "import";

    private final DistrictReader reader;
    private final DistrictWriter writer;
    private final EquipmentDesk equipment;

    GraphDistrictImport(DistrictReader reader, DistrictWriter writer, EquipmentDesk equipment) {
        this.reader = reader;
        this.writer = writer;
        this.equipment = equipment;
    }

    @Override
    public Report importFrom(Path folder) {
        return importFrom(Uploads.folder(folder), false);
    }

    @Override
    public Report importFrom(SheetSource source, boolean keepOthers) {
        DistrictFiles files = keepOthers
                ? new DistrictFiles(
                        source.orElse(DistrictTables.sheets(reader.read())),
                        file -> source.find(file, new Faults()).isPresent())
                : new DistrictFiles(source);
        District district = files.read();
        if (!files.faults().isEmpty()) {
            return new Report(files.faults(), 0, files.rows());
        }
        int written = writer.write(district);
        district.equipment().stream().filter(unit -> unit.stated() != null).forEach(this::settle);
        return new Report(files.faults(), written, files.rows());
    }

    /** What somebody has at this moment stays theirs, unless the file says that it is broken. */
    private void settle(District.Equipment unit) {
        District.StatedEquipment stated = unit.stated();
        equipment.set(World.LIVE, unit.id(), stated.state(), stated.placeId(), stated.note(), IMPORT);
    }
}
