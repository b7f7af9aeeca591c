package io.watchfloor.graph.plan;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Set packing with OR-Tools CP-SAT: one team for each incident, each person in one at most. One worker, a fixed seed and a
 * limit in deterministic time make the same question give the same answer on every machine.
 *
 * <p>Its natives are loaded when they are needed first; where they do not run, {@link #isAvailable} says so for good.
 */
final class ConstraintSolver {
    private static final Logger LOG = LoggerFactory.getLogger(ConstraintSolver.class);
    private static final int SEED = 17;

    private ConstraintSolver() {}

    private static final class Natives {
        private static final boolean LOADED = load();

        private Natives() {}

        private static boolean load() {
            try {
                Loader.loadNativeLibraries();
                return true;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("the solver's natives do not run here, plans are searched without: {}", e.toString());
                return false;
            }
        }
    }

    /** Whether the natives run here; loads them when asked first. */
    static boolean isAvailable() {
        return Natives.LOADED;
    }

    /**
     * Begins with an allowed choice and gives it back when nothing cheaper was found.
     *
     * @param seconds deterministic seconds it may take
     */
    static Solution solve(Choices choices, int[] start, double seconds) {
        if (!isAvailable()) {
            return new Solution(start, false, false);
        }
        CpModel model = new CpModel();
        List<Literal[]> teams = new ArrayList<>();
        List<List<Literal>> byPerson = new ArrayList<>();
        for (int person = 0; person < choices.peopleCount(); person++) {
            byPerson.add(new ArrayList<>());
        }
        List<Literal> all = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        for (int incident = 0; incident < choices.incidents(); incident++) {
            Literal[] mine = new Literal[choices.teams(incident)];
            for (int team = 0; team < mine.length; team++) {
                mine[team] = model.newBoolVar("");
                model.addHint(mine[team], team == start[incident]);
                for (int person : choices.people(incident, team)) {
                    byPerson.get(person).add(mine[team]);
                }
                all.add(mine[team]);
                costs.add(choices.cost(incident, team));
            }
            model.addExactlyOne(mine);
            teams.add(mine);
        }
        byPerson.stream().filter(list -> list.size() > 1).forEach(model::addAtMostOne);
        model.minimize(LinearExpr.weightedSum(
                all.toArray(Literal[]::new),
                costs.stream().mapToLong(Long::longValue).toArray()));
        return read(choices, start, teams, solver(seconds), model);
    }

    private static CpSolver solver(double seconds) {
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(1)
                .setRandomSeed(SEED)
                .setMaxDeterministicTime(seconds)
                // little follows from anything here, and looking for what might took as long as solving
                .setCpModelProbingLevel(0)
                .setMaxPresolveIterations(1)
                .setSymmetryLevel(0)
                .setMergeAtMostOneWorkLimit(0)
                .setLinearizationLevel(2);
        return solver;
    }

    private static Solution read(Choices choices, int[] start, List<Literal[]> teams, CpSolver solver, CpModel model) {
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new Solution(start, false, true);
        }
        int[] chosen = new int[choices.incidents()];
        for (int incident = 0; incident < chosen.length; incident++) {
            for (int team = 0; team < teams.get(incident).length; team++) {
                if (solver.booleanValue(teams.get(incident)[team])) {
                    chosen[incident] = team;
                }
            }
        }
        boolean better = choices.cost(chosen) <= choices.cost(start);
        return new Solution(better ? chosen : start, status == CpSolverStatus.OPTIMAL, true);
    }
}
