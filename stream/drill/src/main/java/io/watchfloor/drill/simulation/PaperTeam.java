package io.watchfloor.drill.simulation;

import io.watchfloor.contract.dispatch.Need;
import java.util.List;

/** Who fills which place, as far as the records say: each the first that is open. */
final class PaperTeam {
    private final PaperRecords records;
    private final List<Need> needs;
    private final int[] left;

    PaperTeam(PaperRecords records, List<Need> needs) {
        this.records = records;
        this.needs = needs;
        this.left = needs.stream().mapToInt(Need::count).toArray();
    }

    /** Whether they fill a place. */
    boolean add(Worker worker) {
        for (int need = 0; need < left.length; need++) {
            if (left[need] > 0 && records.claim(worker, needs.get(need))) {
                left[need]--;
                return true;
            }
        }
        return false;
    }

    /** Bit n is set while need n has places left. */
    int open() {
        int open = 0;
        for (int need = 0; need < left.length; need++) {
            open |= left[need] > 0 ? 1 << need : 0;
        }
        return open;
    }
}
