package io.watchfloor.graph.coverage;

import io.watchfloor.contract.dispatch.Team;
import io.watchfloor.contract.dispatch.Uncovered;
import io.watchfloor.graph.road.Reached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers about cover as it is, or as it would be; never waits for the graph. Safe to call from any thread. */
public interface CoverageQueries {
    /**
     * How soon somebody with a skill who is free now could be in one cell.
     *
     * @param cellId the cell
     * @param seconds to its middle, by road; null when nobody gets there
     * @param personId who; null when nobody gets there
     */
    record CellReach(String cellId, Long seconds, String personId) {}

    /**
     * Something a person is the only one to be able to, for a while.
     *
     * @param skillId the skill
     * @param level the level that incident types ask for most
     * @param from from when
     * @param until until when
     * @param personIds the one who has it then; empty when nobody has
     */
    record WeakPoint(String skillId, int level, Instant from, Instant until, List<String> personIds) {}

    /**
     * A certificate that runs out, or has run out.
     *
     * @param personId whose
     * @param skillId for what
     * @param until last valid day
     * @param daysLeft days after today on which it is valid still; negative when it has expired
     * @param othersLeft how many others hold the skill with a certificate that is valid for longer
     */
    record ExpiringCertificate(String personId, String skillId, LocalDate until, long daysLeft, int othersLeft) {}

    /** Something that could happen: a type of incident at a point, WGS-84 degrees. */
    record Hypothesis(String type, double lat, double lon) {}

    /**
     * What several incidents more would mean.
     *
     * @param teams who would go to each, in the order of the question; who goes to an earlier one is gone
     * @param leaves what is thin then
     */
    record Outlook(List<Team> teams, List<Uncovered> leaves) {}

    /**
     * How soon somebody free with this skill, at least at this level, is in each cell; in the order of the cells. Whose way is
     * too long, or whose shift ends before they would be there, is not counted.
     */
    List<CellReach> coverage(String skillId, int level, Instant now, Set<String> withoutPersonIds);

    /** Skills that incident types ask for and that hang on one person, or on nobody, within this time. */
    List<WeakPoint> weakPoints(Instant now, Duration ahead);

    /** Certificates that run out within so many days, the soonest first; those that have run out are among them. */
    List<ExpiringCertificate> expiringCertificates(Instant now, int days);

    /**
     * Who would go if all this happened now, and what it would leave thin.
     *
     * @param spokenForPersonIds who is needed for what has happened already, and is gone as well
     */
    Outlook outlook(List<Hypothesis> hypotheses, Set<String> spokenForPersonIds, Instant now, Duration limit);

    /** What sending these people leaves thin, for each skill that they are sent for. */
    List<Uncovered> leaves(Set<String> personIds, List<String> skillIds, Instant now, Duration limit);

    /** Road junctions from which one is at this point within this time, or that are reached from it. */
    List<Reached> isochrone(double lat, double lon, boolean towards, Duration within, Instant now);

    /** Road junctions that somebody free with this skill reaches within this time and before their shift ends. */
    List<Reached> isochrone(String skillId, int level, Duration within, Instant now);

    /** Whether the district has such a skill. */
    boolean hasSkill(String skillId);

    /** The cell of this id in words, if there is one: zh, then en. */
    Optional<List<String>> cellNames(String cellId);
}
