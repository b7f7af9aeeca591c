package io.watchfloor.launcher.screen;

import io.watchfloor.launcher.supervise.SupervisorEvents;
import io.watchfloor.launcher.supervise.UnitState;
import io.watchfloor.launcher.supervise.UnitStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * The terminal. While the system starts, a real terminal shows one line per part, drawn over and over; anywhere else
 * each change is a line of its own. Later only what matters is said: a part that died, and that it is back.
 */
public final class Screen implements SupervisorEvents {
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private int drawnLines;
    private boolean boardIsUp;

    /**
     * @param out where to
     * @param redraws whether it is a terminal that understands cursor movements
     */
    public Screen(PrintStream out, boolean redraws) {
        this.out = out;
        this.boardIsUp = redraws;
    }

    /** Draws where every unit stands, over what was drawn before. */
    public synchronized void draw(List<UnitStatus> units) {
        if (!boardIsUp) {
            return;
        }
        if (drawnLines > 0) {
            out.print("\u001b[" + drawnLines + "A");
        }
        units.forEach(unit -> out.println(CLEAR_LINE + Wording.line(unit)));
        drawnLines = units.size();
        out.flush();
    }

    /** From now on only lines are added. */
    public synchronized void leaveBoard() {
        boardIsUp = false;
    }

    /** Says a sentence on a line of its own. */
    public synchronized void say(String sentence) {
        out.println(sentence);
        out.flush();
        drawnLines = 0;
    }

    @Override
    public synchronized void changed(UnitStatus status) {
        boolean isNews = status.state() != UnitState.PAUSING && status.state() != UnitState.WAITING;
        if (isNews && !boardIsUp) {
            say(Wording.line(status));
        }
    }

    @Override
    public synchronized void died(String part, int exitCode, Duration restartAfter) {
        say(Wording.died(part, exitCode, restartAfter));
    }
}
