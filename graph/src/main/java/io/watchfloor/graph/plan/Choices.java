package io.watchfloor.graph.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The teams that each of some incidents may choose from, cheapest first, with people as numbers. A vehicle that somebody
 * takes along is a number too: it is in one team at most, as a person is.
 */
final class Choices {
    private final List<List<Team>> teams;
    private final int[][][] people;
    private final int peopleCount;

    /** Every incident's list holds the empty team. */
    Choices(List<List<Team>> teams) {
        this.teams = teams;
        Map<String, Integer> numbers = new HashMap<>();
        people = new int[teams.size()][][];
        for (int incident = 0; incident < teams.size(); incident++) {
            people[incident] = new int[teams.get(incident).size()][];
            for (int team = 0; team < people[incident].length; team++) {
                people[incident][team] = teams.get(incident).get(team).people().stream()
                        .flatMap(Option::taken)
                        .mapToInt(taken -> numbers.computeIfAbsent(taken, absent -> numbers.size()))
                        .toArray();
            }
        }
        peopleCount = numbers.size();
    }

    int incidents() {
        return teams.size();
    }

    int teams(int incident) {
        return people[incident].length;
    }

    Team team(int incident, int team) {
        return teams.get(incident).get(team);
    }

    long cost(int incident, int team) {
        return teams.get(incident).get(team).cost();
    }

    int[] people(int incident, int team) {
        return people[incident][team];
    }

    int peopleCount() {
        return peopleCount;
    }

    long cost(int[] chosen) {
        long cost = 0;
        for (int incident = 0; incident < chosen.length; incident++) {
            cost += cost(incident, chosen[incident]);
        }
        return cost;
    }

    /** Whether nobody is in two of these teams. */
    boolean isAllowed(int[] chosen) {
        boolean[] taken = new boolean[peopleCount];
        for (int incident = 0; incident < chosen.length; incident++) {
            for (int person : people(incident, chosen[incident])) {
                if (taken[person]) {
                    return false;
                }
                taken[person] = true;
            }
        }
        return true;
    }

    /** Whether no team has more than one person. */
    boolean isSingle() {
        for (int[][] incident : people) {
            for (int[] team : incident) {
                if (team.length > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The incident's empty team. */
    int nobody(int incident) {
        for (int team = 0; team < teams(incident); team++) {
            if (people(incident, team).length == 0) {
                return team;
            }
        }
        throw new IllegalStateException("every incident may go without a team");
    }

    /** The incidents, by position, in groups that share nobody. */
    List<int[]> components() {
        int[] group = new int[incidents()];
        int[] firstWith = new int[peopleCount];
        Arrays.fill(firstWith, -1);
        for (int incident = 0; incident < group.length; incident++) {
            group[incident] = incident;
        }
        for (int incident = 0; incident < group.length; incident++) {
            for (int[] team : people[incident]) {
                for (int person : team) {
                    if (firstWith[person] < 0) {
                        firstWith[person] = incident;
                    }
                    group[root(group, incident)] = root(group, firstWith[person]);
                }
            }
        }
        return grouped(group);
    }

    /** Only these incidents. */
    Choices only(int[] incidents) {
        List<List<Team>> part = new ArrayList<>();
        for (int incident : incidents) {
            part.add(teams.get(incident));
        }
        return new Choices(part);
    }

    private static List<int[]> grouped(int[] group) {
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int incident = 0; incident < group.length; incident++) {
            members.computeIfAbsent(root(group, incident), absent -> new ArrayList<>())
                    .add(incident);
        }
        return members.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int root(int[] group, int incident) {
        int root = incident;
        while (group[root] != root) {
            group[root] = group[group[root]];
            root = group[root];
        }
        return root;
    }
}
