package io.watchfloor.graph.plan;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * The cheapest assignment of people to incidents that each take one at most: shortest augmenting paths over the edges
 * there are, with potentials that keep reduced costs from being negative (Jonker and Volgenant, 1987). Exact.
 */
final class SparseAssignment {
    private static final long UNREACHED = Long.MAX_VALUE;
    private static final int FREE = -1;

    private final Choices choices;
    private final int columns;
    private final int[] rowOf;
    private final int[] teamOfColumn;
    private final long[] rowPotential;
    private final long[] columnPotential;
    private final long[] distance;
    private final int[] reachedFrom;
    private final int[] reachedBy;
    private final boolean[] settled;
    private final PriorityQueue<Step> frontier = new PriorityQueue<>();

    /** A column that may be reached, and how dear that is. */
    private record Step(long distance, int column) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byDistance = Long.compare(distance, other.distance);
            return byDistance != 0 ? byDistance : Integer.compare(column, other.column);
        }
    }

    private SparseAssignment(Choices choices) {
        this.choices = choices;
        // Behind the people, each incident has a column of its own: nobody.
        columns = choices.peopleCount() + choices.incidents();
        rowOf = new int[columns];
        Arrays.fill(rowOf, FREE);
        teamOfColumn = new int[columns];
        rowPotential = new long[choices.incidents()];
        columnPotential = new long[columns];
        distance = new long[columns];
        reachedFrom = new int[columns];
        reachedBy = new int[columns];
        settled = new boolean[columns];
    }

    /** The team of each incident. */
    static int[] solve(Choices choices) {
        SparseAssignment assignment = new SparseAssignment(choices);
        for (int row = 0; row < choices.incidents(); row++) {
            // The cheapest comes first.
            assignment.rowPotential[row] = choices.cost(row, 0);
        }
        for (int row = 0; row < choices.incidents(); row++) {
            assignment.augment(row);
        }
        int[] chosen = new int[choices.incidents()];
        for (int column = 0; column < assignment.columns; column++) {
            if (assignment.rowOf[column] != FREE) {
                chosen[assignment.rowOf[column]] = assignment.teamOfColumn[column];
            }
        }
        return chosen;
    }

    private void augment(int start) {
        Arrays.fill(distance, UNREACHED);
        Arrays.fill(settled, false);
        frontier.clear();
        reach(start, 0);
        int end = FREE;
        while (end == FREE) {
            Step step = frontier.poll();
            if (settled[step.column()]) {
                continue;
            }
            if (rowOf[step.column()] == FREE) {
                end = step.column();
            } else {
                settled[step.column()] = true;
                reach(rowOf[step.column()], step.distance());
            }
        }
        adjust(start, distance[end]);
        turnAround(start, end);
    }

    private void reach(int row, long rowDistance) {
        for (int team = 0; team < choices.teams(row); team++) {
            int[] people = choices.people(row, team);
            int column = people.length == 0 ? choices.peopleCount() + row : people[0];
            long reduced = choices.cost(row, team) - rowPotential[row] - columnPotential[column];
            long next = rowDistance + reduced;
            if (!settled[column] && next < distance[column]) {
                distance[column] = next;
                reachedFrom[column] = row;
                reachedBy[column] = team;
                frontier.add(new Step(next, column));
            }
        }
    }

    private void adjust(int start, long shortest) {
        rowPotential[start] += shortest;
        for (int column = 0; column < columns; column++) {
            if (settled[column]) {
                columnPotential[column] += distance[column] - shortest;
                rowPotential[rowOf[column]] += shortest - distance[column];
            }
        }
    }

    private void turnAround(int start, int end) {
        int column = end;
        while (true) {
            int row = reachedFrom[column];
            int before = row == start ? FREE : columnOf(row);
            rowOf[column] = row;
            teamOfColumn[column] = reachedBy[column];
            if (row == start) {
                return;
            }
            column = before;
        }
    }

    private int columnOf(int row) {
        for (int team = 0; team < choices.teams(row); team++) {
            int[] people = choices.people(row, team);
            int column = people.length == 0 ? choices.peopleCount() + row : people[0];
            if (settled[column] && rowOf[column] == row) {
                return column;
            }
        }
        throw new IllegalStateException("a row on the way has a column");
    }
}
