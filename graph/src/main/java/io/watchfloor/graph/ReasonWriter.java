package io.watchfloor.graph;

import io.watchfloor.contract.Availability;
import io.watchfloor.contract.PersonStatus;
import io.watchfloor.contract.dispatch.Reason;
import io.watchfloor.contract.dispatch.ReasonCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words, in both languages, why somebody is recommended or passed over at one moment. */
final class ReasonWriter {
    private static final int METERS_PER_KILOMETER = 1_000;
    private static final int MILLIS_PER_MINUTE = 60_000;

    private final SkillTree skills;
    private final List<NeedLine> needs;
    private final LocalDateTime local;
    private final long epochDay;

    ReasonWriter(SkillTree skills, List<NeedLine> needs, LocalDateTime local) {
        this.skills = skills;
        this.needs = needs;
        this.local = local;
        this.epochDay = local.toLocalDate().toEpochDay();
    }

    /** For somebody who can go. */
    List<Reason> reasonsFor(Member member, int millis, int meters) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (NeedLine need : needs) {
            if (need.isMetBy(member, epochDay)) {
                int held = need.bestOf(member, epochDay);
                reasons.add(qualified(need, member, held));
                if (member.certifiedUntil(held) != Member.NO_CERTIFICATE_NEEDED) {
                    reasons.add(certified(member, held));
                }
            }
        }
        member.dutyHours().until(local).map(this::onShift).ifPresent(reasons::add);
        reasons.add(near(millis, meters));
        return List.copyOf(reasons);
    }

    /** Against somebody: skill, level, certificate, shift, availability, in this order. */
    List<Reason> reasonsAgainst(Member member, PersonStatus status, boolean sent) {
        Set<Reason> reasons = new LinkedHashSet<>(skillReasons(member));
        boolean onDuty = member.dutyHours()
                .isOn(local.getDayOfWeek(), local.toLocalTime().toSecondOfDay());
        if (!onDuty) {
            reasons.add(offShift(member));
        }
        if (sent) {
            reasons.add(new Reason(ReasonCode.ALREADY_SENT, "已派往本事件", "Already sent to this incident"));
        } else if (status != null && status.availability() == Availability.ASSIGNED) {
            reasons.add(new Reason(
                    ReasonCode.ASSIGNED_ELSEWHERE,
                    "已派往 " + status.incidentId(),
                    "On assignment to " + status.incidentId()));
        } else if (status != null && status.availability() == Availability.UNAVAILABLE) {
            reasons.add(new Reason(ReasonCode.UNAVAILABLE, "已签退", "Signed off"));
        }
        return List.copyOf(reasons);
    }

    /** Against somebody who could go if a road led here. */
    Reason noRoad(int straightMeters) {
        return new Reason(
                ReasonCode.NO_ROAD,
                "没有道路可达，直线距离 " + distanceZh(straightMeters),
                "No road leads here; " + distanceEn(straightMeters) + " in a straight line");
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
            if (member.level(held) < need.level()) {
                reasons.add(levelTooLow(need, member, held));
            }
            if (member.certifiedUntil(held) < epochDay) {
                reasons.add(expired(member, held));
            }
        }
        return reasons.isEmpty() ? List.of(skillMissing()) : reasons;
    }

    private Reason qualified(NeedLine need, Member member, int held) {
        int heldSkill = member.heldSkill(held);
        NeedLine.Way way = need.way(heldSkill);
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

    private Reason certified(Member member, int held) {
        int skill = member.heldSkill(held);
        LocalDate until = LocalDate.ofEpochDay(member.certifiedUntil(held));
        return new Reason(
                ReasonCode.CERTIFIED,
                skills.nameZh(skill) + "证书有效期至 " + until,
                skills.nameEn(skill) + " certificate valid until " + until);
    }

    private Reason onShift(LocalDateTime until) {
        return new Reason(
                ReasonCode.ON_SHIFT,
                "当班至" + (isToday(until) ? " " : "次日 ") + hour(until),
                "On shift until " + hour(until) + (isToday(until) ? "" : " tomorrow"));
    }

    private static Reason near(int millis, int meters) {
        int minutes = Math.max(1, (millis + MILLIS_PER_MINUTE - 1) / MILLIS_PER_MINUTE);
        return new Reason(
                ReasonCode.NEAR,
                "道路行程 " + minutes + " 分钟，" + distanceZh(meters),
                minutes + " min by road, " + distanceEn(meters));
    }

    private Reason levelTooLow(NeedLine need, Member member, int held) {
        int accepted = need.way(member.heldSkill(held)).accepted();
        return new Reason(
                ReasonCode.LEVEL_TOO_LOW,
                skills.nameZh(accepted) + " " + member.level(held) + " 级，需要 " + need.level() + " 级",
                skills.nameEn(accepted) + " level " + member.level(held) + ", " + need.level() + " needed");
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

    private Reason offShift(Member member) {
        if (member.dutyHours().isEmpty()) {
            return new Reason(ReasonCode.OFF_SHIFT, "没有排班", "No shifts planned");
        }
        return member.dutyHours()
                .next(local)
                .map(next -> new Reason(
                        ReasonCode.OFF_SHIFT,
                        "不当班，下次当班 " + dayZh(next) + " " + hour(next),
                        "Off shift; next shift " + dayEn(next) + hour(next)))
                .orElseGet(() -> new Reason(ReasonCode.OFF_SHIFT, "不当班", "Off shift"));
    }

    private boolean isToday(LocalDateTime time) {
        return time.toLocalDate().equals(local.toLocalDate());
    }

    private String dayZh(LocalDateTime time) {
        return isToday(time) ? "今日" : day(time.getDayOfWeek(), Locale.SIMPLIFIED_CHINESE);
    }

    private String dayEn(LocalDateTime time) {
        return isToday(time) ? "today " : day(time.getDayOfWeek(), Locale.ENGLISH) + " ";
    }

    private static String day(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** Hours and minutes; seconds are never part of a shift. */
    private static String hour(LocalDateTime time) {
        return LocalTime.of(time.getHour(), time.getMinute()).toString();
    }

    private static String distanceZh(int meters) {
        return meters < METERS_PER_KILOMETER ? meters + " 米" : kilometers(meters) + " 公里";
    }

    private static String distanceEn(int meters) {
        return meters < METERS_PER_KILOMETER ? meters + " m" : kilometers(meters) + " km";
    }

    private static String kilometers(int meters) {
        return String.format(Locale.ROOT, "%.1f", meters / (double) METERS_PER_KILOMETER);
    }
}
