package io.watchfloor.graph;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * One walk over the roads, outwards from where somebody is needed, that meets people in the order of their travel time.
 *
 * <p>People who hold a needed skill wait in a queue until nobody nearer can turn up any more, and are then judged. Those
 * who do not are only noted with their travel time: they may be many, and a few of them are described in the end. The
 * walk stops when enough candidates are found, and as far out as the last of them.
 *
 * <p>Of the places on the list, as many are kept for needs nobody on it covers yet as there are places open in those
 * needs: eight people with the same skill are of no help where two skills are needed.
 */
final class CandidateSearch {
    /** Somebody on the way: who and where, and what it takes to come. */
    record Arrival(Placement placement, int millis, int meters) {
        Member member() {
            return placement.member();
        }
    }

    /** What is asked; bit n of a mask is need n. */
    record Question(
            List<NeedLine> openNeeds,
            List<Integer> openPlaces,
            Set<String> sentPersonIds,
            LocalDateTime local,
            int limit) {}

    /**
     * What was found.
     *
     * @param chosen candidates, soonest first
     * @param passedOver the nearest of those who hold a needed skill or are sent already, and cannot go
     * @param withoutSkill the nearest of those who hold none
     * @param stranded who could go if a road led there; looked for only when the list is not full
     * @param nearer how many were passed over in all, the stranded not among them
     * @param unfilled open places that nobody who can go fills, by need
     */
    record Answer(
            List<Arrival> chosen,
            List<Arrival> passedOver,
            List<Arrival> withoutSkill,
            List<Placement> stranded,
            int nearer,
            List<Integer> unfilled) {}

    private final RoadExpansion roads;
    private final Crowd crowd;
    private final Question question;
    private final int mostPassedOver;
    private final DayOfWeek day;
    private final int secondOfDay;
    private final long epochDay;

    private final LongHeap queue = new LongHeap();
    private final Arrival[] queued;
    private final boolean[] met;
    private final Coverage coverage;
    private final List<Arrival> chosen = new ArrayList<>();
    private final List<Arrival> spare = new ArrayList<>();
    private final List<Arrival> against = new ArrayList<>();
    private final Nearest withoutSkill;
    private int[] againstMillis = new int[64];
    private int againstCount;
    private int horizonMillis = Integer.MAX_VALUE;

    CandidateSearch(RoadExpansion roads, Crowd crowd, Question question, int mostPassedOver) {
        this.roads = roads;
        this.crowd = crowd;
        this.question = question;
        this.mostPassedOver = mostPassedOver;
        this.day = question.local().getDayOfWeek();
        this.secondOfDay = question.local().toLocalTime().toSecondOfDay();
        this.epochDay = question.local().toLocalDate().toEpochDay();
        this.queued = new Arrival[crowd.size()];
        this.met = new boolean[crowd.size()];
        this.coverage = new Coverage(
                question.openPlaces().stream().mapToInt(Integer::intValue).toArray());
        this.withoutSkill = new Nearest(mostPassedOver);
    }

    /** From where the site meets the roads; null when it does not. */
    Answer run(RoadNetwork.Access site) {
        if (site != null) {
            walk(site);
        }
        return answer();
    }

    private void walk(RoadNetwork.Access site) {
        roads.start(site);
        while (!roads.isExhausted()) {
            int next = roads.nextMillis();
            judgeNearerThan(next);
            if (next > horizonMillis) {
                break;
            }
            meet(roads.settleNext());
        }
        judgeNearerThan(Integer.MAX_VALUE);
    }

    /** Everybody at this node joins the queue or is noted. */
    private void meet(int node) {
        for (Placement placement : crowd.at(node)) {
            Member member = placement.member();
            // Somebody who moves while we look may stand at two nodes for a moment; the nearer one counts.
            if (met[member.index()]) {
                continue;
            }
            met[member.index()] = true;
            int millis = roads.millisFrom(node) + placement.access().millis();
            if (holdsAny(member) || isSent(member)) {
                int meters = roads.metersFrom(node) + placement.access().meters();
                queued[member.index()] = new Arrival(placement, millis, meters);
                queue.add(LongHeap.entry(millis, member.index()));
            } else {
                withoutSkill.offer(placement, millis, roads.metersFrom(node));
            }
        }
    }

    /** Nobody can turn up any more who is nearer than this. */
    private void judgeNearerThan(int millis) {
        while (!queue.isEmpty() && LongHeap.time(queue.peek()) < millis) {
            if (LongHeap.time(queue.peek()) > horizonMillis) {
                return;
            }
            judge(queued[LongHeap.number(queue.poll())]);
        }
    }

    private void judge(Arrival arrival) {
        Member member = arrival.member();
        int met = metBy(member);
        if (met == 0 || !canGo(member)) {
            note(arrival);
        } else if (chosen.size() < question.limit()) {
            choose(arrival, met);
        }
    }

    private void choose(Arrival arrival, int met) {
        boolean fillsPlace = coverage.offer(met);
        int kept = Math.min(coverage.open(), question.limit());
        if (fillsPlace || chosen.size() < question.limit() - kept) {
            chosen.add(arrival);
            if (chosen.size() == question.limit()) {
                horizonMillis = arrival.millis();
            }
        } else if (spare.size() < question.limit()) {
            spare.add(arrival);
        }
    }

    private void note(Arrival arrival) {
        if (against.size() < mostPassedOver) {
            against.add(arrival);
        }
        if (againstCount == againstMillis.length) {
            againstMillis = Arrays.copyOf(againstMillis, 2 * againstCount);
        }
        againstMillis[againstCount++] = arrival.millis();
    }

    private Answer answer() {
        // Places kept for somebody who never came go to those who had to stand back, nearest first.
        for (Arrival arrival : spare) {
            if (chosen.size() < question.limit()) {
                chosen.add(arrival);
            }
        }
        chosen.sort(Comparator.comparingInt(Arrival::millis)
                .thenComparingInt(arrival -> arrival.member().index()));
        int last = chosen.isEmpty()
                ? Integer.MAX_VALUE
                : chosen.get(chosen.size() - 1).millis();
        int nearer = withoutSkill.countUpTo(last);
        for (int i = 0; i < againstCount && againstMillis[i] <= last; i++) {
            nearer++;
        }
        return new Answer(
                chosen,
                against.stream().filter(arrival -> arrival.millis() <= last).toList(),
                withoutSkill.upTo(last),
                chosen.size() < question.limit() ? stranded() : List.of(),
                nearer,
                unfilled());
    }

    private List<Placement> stranded() {
        return crowd.members().stream()
                .filter(member -> !met[member.index()] && metBy(member) != 0 && canGo(member))
                .map(crowd::placement)
                .toList();
    }

    private List<Integer> unfilled() {
        List<Integer> unfilled = new ArrayList<>();
        for (int need = 0; need < question.openPlaces().size(); need++) {
            unfilled.add(question.openPlaces().get(need) - coverage.covered(need));
        }
        return unfilled;
    }

    private boolean holdsAny(Member member) {
        for (NeedLine need : question.openNeeds()) {
            if (need.isHeldBy(member)) {
                return true;
            }
        }
        return false;
    }

    private int metBy(Member member) {
        int met = 0;
        for (int need = 0; need < question.openNeeds().size(); need++) {
            if (question.openNeeds().get(need).isMetBy(member, epochDay)) {
                met |= 1 << need;
            }
        }
        return met;
    }

    private boolean canGo(Member member) {
        PersonStatus status = crowd.status(member);
        return (status == null || status.availability() == Availability.FREE)
                && member.dutyHours().isOn(day, secondOfDay)
                && !isSent(member);
    }

    private boolean isSent(Member member) {
        return question.sentPersonIds().contains(member.person().id());
    }

    /** Keeps the nearest few of many, and everybody's travel time. */
    private static final class Nearest {
        private final int most;
        private final List<Arrival> nearest = new ArrayList<>();
        private int[] millis = new int[256];
        private int count;

        Nearest(int most) {
            this.most = most;
        }

        void offer(Placement placement, int arrivalMillis, int nodeMeters) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count++] = arrivalMillis;
            if (nearest.size() == most && arrivalMillis >= nearest.get(most - 1).millis()) {
                return;
            }
            int slot = nearest.size();
            while (slot > 0 && nearest.get(slot - 1).millis() > arrivalMillis) {
                slot--;
            }
            nearest.add(
                    slot,
                    new Arrival(
                            placement,
                            arrivalMillis,
                            nodeMeters + placement.access().meters()));
            if (nearest.size() > most) {
                nearest.remove(most);
            }
        }

        int countUpTo(int lastMillis) {
            int counted = 0;
            for (int i = 0; i < count; i++) {
                if (millis[i] <= lastMillis) {
                    counted++;
                }
            }
            return counted;
        }

        List<Arrival> upTo(int lastMillis) {
            return nearest.stream()
                    .filter(arrival -> arrival.millis() <= lastMillis)
                    .toList();
        }
    }
}
