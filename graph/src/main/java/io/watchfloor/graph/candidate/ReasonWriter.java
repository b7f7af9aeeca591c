package io.watchfloor.graph.candidate;

import io.watchfloor.contract.Absence;
import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import io.watchfloor.graph.district.District;
import io.watchfloor.graph.roster.Eligibility;
import io.watchfloor.graph.roster.EquipmentPool;
import io.watchfloor.graph.roster.Member;
import io.watchfloor.graph.roster.Moment;
import io.watchfloor.graph.roster.NeedLine;
import io.watchfloor.graph.roster.SkillTree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words, in both languages, why somebody is recommended or passed over at one moment. */
final class ReasonWriter {
    private final SkillTree skills;
    private final EquipmentPool equipment;
    private final List<NeedLine> needs;
    private final Eligibility eligibility;
    private final Instant now;
    private final LocalDateTime local;
    private final ShiftWords shiftWords;
    private final long epochDay;

    ReasonWriter(
            SkillTree skills, EquipmentPool equipment, List<NeedLine> needs, Eligibility eligibility, Moment moment) {
        this.skills = skills;
        this.equipment = equipment;
        this.needs = needs;
        this.eligibility = eligibility;
        this.now = moment.now();
        this.local = moment.local();
        this.shiftWords = new ShiftWords(local);
        this.epochDay = moment.epochDay();
    }

    /**
     * For somebody who can go.
     *
     * @param visits how often they have been at work in the incident's cell
     */
    List<Reason> reasonsFor(Member member, int millis, int meters, int visits) {
        List<Reason> reasons = new ArrayList<>(reasonsFor(member, visits));
        reasons.add(WayReasons.near(millis, meters));
        if (eligibility.goesOffBeforeDone(member, millis)) {
            reasons.add(shiftWords.endsSoon(member, millis, eligibility.handlingMinutes()));
        }
        return List.copyOf(reasons);
    }

    /** The same, without the way. */
    List<Reason> reasonsFor(Member member, int visits) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (NeedLine need : needs) {
            if (need.isMetBy(member, epochDay)) {
                int held = need.bestOf(member, epochDay);
                reasons.add(qualified(need, member, held));
                if (member.certifiedUntil(held) != Member.NO_CERTIFICATE_NEEDED) {
                    reasons.add(certified(member, held));
                }
                if (need.equipmentKind() != EquipmentPool.NONE) {
                    reasons.add(brings(need, member));
                }
            }
        }
        if (visits > 0) {
            reasons.add(new Reason(
                    ReasonCode.KNOWS_CELL,
                    "熟悉本网格，处置过 " + visits + " 次",
                    "Knows the cell: " + visits + (visits == 1 ? " task" : " tasks") + " there"));
        }
        shiftWords.onShift(member).ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    /**
     * Against somebody: what they answered before, skill, level, certificate, equipment, shift, rest, availability, the end
     * of their shift, the way, in this order.
     *
     * @param answer null when they were not asked before
     * @param millis how long their way takes by road
     */
    List<Reason> reasonsAgainst(Member member, PersonStatus status, EarlierAnswer answer, int millis) {
        Set<Reason> reasons = new LinkedHashSet<>(reasonsAgainst(member, status, answer));
        if (eligibility.goesOffBeforeArrival(member, millis)) {
            reasons.add(shiftWords.endsBeforeArrival(member, millis));
        }
        if (eligibility.isTooFar(member, millis)) {
            reasons.add(WayReasons.tooFar(millis, eligibility.mostWayMinutes()));
        }
        return List.copyOf(reasons);
    }

    private Set<Reason> reasonsAgainst(Member member, PersonStatus status, EarlierAnswer answer) {
        Set<Reason> reasons = new LinkedHashSet<>();
        if (answer != null) {
            reasons.add(
                    EarlierAnswerWords.of(answer, shiftWords.clock(local.minus(Duration.between(answer.at(), now)))));
        }
        reasons.addAll(skillReasons(member));
        if (!eligibility.isOnDuty(member)) {
            reasons.add(shiftWords.offShift(member));
        }
        addLoad(reasons, member);
        if (answer == null && eligibility.isSent(member)) {
            reasons.add(new Reason(ReasonCode.ALREADY_SENT, "已派往本事件", "Already sent to this incident"));
        } else if (status != null && status.availability() == Availability.ASSIGNED) {
            reasons.add(new Reason(
                    ReasonCode.ASSIGNED_ELSEWHERE,
                    "已派往 " + status.incidentId(),
                    "On assignment to " + status.incidentId()));
        } else if (status != null && status.availability() == Availability.UNAVAILABLE) {
            reasons.add(signedOff(status.absence()));
        }
        return reasons;
    }

    private Reason signedOff(Absence absence) {
        if (absence == null) {
            return new Reason(ReasonCode.UNAVAILABLE, "已签退", "Signed off");
        }
        Instant until = absence.until();
        return AbsenceWords.of(
                absence, until == null ? null : shiftWords.clock(local.plus(Duration.between(now, until))));
    }

    private void addLoad(Set<Reason> reasons, Member member) {
        long rest = eligibility.minutesToRest(member);
        if (rest > 0) {
            reasons.add(new Reason(
                    ReasonCode.RESTING,
                    "刚结束任务，还需休息 " + rest + " 分钟",
                    "Back from work, has to rest " + rest + " more min"));
        }
        if (eligibility.hasWorkedEnough(member)) {
            int tasks = eligibility.tasksToday(member);
            long minutes = eligibility.busyMinutesToday(member);
            reasons.add(new Reason(
                    ReasonCode.WORKED_ENOUGH,
                    "今日已处置 " + tasks + " 次、" + minutes + " 分钟，达到上限",
                    tasks + " tasks and " + minutes + " min today, as much as is allowed"));
        }
    }

    private Reason brings(NeedLine need, Member member) {
        District.Equipment unit = equipment
                .unitsFor(member.person(), need.equipmentKind(), skills)
                .get(0);
        return new Reason(ReasonCode.BRINGS, "携带 " + unit.nameZh(), "Brings " + unit.nameEn());
    }

    /** Against everybody: nobody else is needed. */
    static Reason nothingOpen() {
        return new Reason(ReasonCode.NOTHING_OPEN, "已派人员满足全部需求", "Those already sent cover everything that is needed");
    }

    private List<Reason> skillReasons(Member member) {
        if (needs.stream().anyMatch(need -> need.isMetBy(member, epochDay))) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        for (NeedLine need : needs) {
            int held = need.bestOf(member, epochDay);
            if (held < 0) {
                continue;
            }
            if (need.levelOf(member, held) < need.level()) {
                reasons.add(levelTooLow(need, member, held));
            }
            if (member.certifiedUntil(held) < epochDay) {
                reasons.add(expired(member, held));
            }
            if (!member.brings(need.equipmentKind())) {
                reasons.add(new Reason(
                        ReasonCode.EQUIPMENT_MISSING,
                        "所在站点没有可用的所需装备",
                        "Has none of the equipment needed at their station"));
            }
        }
        return reasons.isEmpty() ? List.of(skillMissing()) : reasons;
    }

    private Reason qualified(NeedLine need, Member member, int held) {
        int heldSkill = member.heldSkill(held);
        NeedLine.Way way = need.way(heldSkill);
        if (way.standsIn()) {
            return standsIn(need, member, held);
        }
        String zh = skills.nameZh(way.accepted()) + " " + member.level(held) + " 级（需要 " + need.level() + " 级）";
        String en = skills.nameEn(way.accepted()) + " level " + member.level(held) + " (" + need.level() + " needed)";
        if (way.implied()) {
            zh += "，由“" + skills.nameZh(heldSkill) + "”技能包含";
            en += ", implied by " + skills.nameEn(heldSkill);
        }
        if (way.accepted() != need.skill()) {
            zh += "，可替代“" + skills.nameZh(need.skill()) + "”";
            en += ", accepted instead of " + skills.nameEn(need.skill());
        }
        return new Reason(ReasonCode.QUALIFIED, zh, en);
    }

    private Reason standsIn(NeedLine need, Member member, int held) {
        int heldSkill = member.heldSkill(held);
        return new Reason(
                ReasonCode.STANDS_IN,
                "没有“" + skills.nameZh(need.skill()) + "”，可由“" + skills.nameZh(heldSkill) + "”"
                        + member.level(held) + " 级顶替（能力较弱，按 " + need.levelOf(member, held) + " 级计，需要 "
                        + need.level() + " 级）",
                "Stands in for " + skills.nameEn(need.skill()) + " with " + skills.nameEn(heldSkill) + " level "
                        + member.level(held) + "; weaker, counts as level " + need.levelOf(member, held) + " ("
                        + need.level() + " needed)");
    }

    private Reason certified(Member member, int held) {
        int skill = member.heldSkill(held);
        LocalDate until = LocalDate.ofEpochDay(member.certifiedUntil(held));
        return new Reason(
                ReasonCode.CERTIFIED,
                skills.nameZh(skill) + "证书有效期至 " + until,
                skills.nameEn(skill) + " certificate valid until " + until);
    }

    private Reason levelTooLow(NeedLine need, Member member, int held) {
        if (need.way(member.heldSkill(held)).standsIn()) {
            return standInTooWeak(need, member, held);
        }
        int accepted = need.way(member.heldSkill(held)).accepted();
        return new Reason(
                ReasonCode.LEVEL_TOO_LOW,
                skills.nameZh(accepted) + " " + need.levelOf(member, held) + " 级，需要 " + need.level() + " 级",
                skills.nameEn(accepted) + " level " + need.levelOf(member, held) + ", " + need.level() + " needed");
    }

    /** A weaker stand-in, whose level counts for less than is needed. */
    private Reason standInTooWeak(NeedLine need, Member member, int held) {
        int heldSkill = member.heldSkill(held);
        int counted = Math.max(0, need.levelOf(member, held));
        return new Reason(
                ReasonCode.LEVEL_TOO_LOW,
                "没有“" + skills.nameZh(need.skill()) + "”；“" + skills.nameZh(heldSkill) + "”" + member.level(held)
                        + " 级只按 " + counted + " 级计，需要 " + need.level() + " 级",
                "No " + skills.nameEn(need.skill()) + "; " + skills.nameEn(heldSkill) + " level " + member.level(held)
                        + " counts as level " + counted + " here, " + need.level() + " needed");
    }

    private Reason expired(Member member, int held) {
        int skill = member.heldSkill(held);
        if (member.certifiedUntil(held) == Member.CERTIFICATE_MISSING) {
            return new Reason(
                    ReasonCode.CERTIFICATE_EXPIRED,
                    "没有" + skills.nameZh(skill) + "证书记录",
                    "No " + skills.nameEn(skill) + " certificate on record");
        }
        LocalDate until = LocalDate.ofEpochDay(member.certifiedUntil(held));
        return new Reason(
                ReasonCode.CERTIFICATE_EXPIRED,
                skills.nameZh(skill) + "证书已于 " + until + " 过期",
                skills.nameEn(skill) + " certificate expired on " + until);
    }

    private Reason skillMissing() {
        return new Reason(
                ReasonCode.SKILL_MISSING,
                "没有所需技能："
                        + needs.stream()
                                .map(need -> skills.nameZh(need.skill()))
                                .distinct()
                                .collect(Collectors.joining("、")),
                "Does not have "
                        + needs.stream()
                                .map(need -> skills.nameEn(need.skill()))
                                .distinct()
                                .collect(Collectors.joining(" or ")));
    }
}
