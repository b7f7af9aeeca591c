package io.watchfloor.pipeline.warn.rule;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.place.CellShape;
import java.util.List;
import java.util.Locale;

/** Why there is a warning, in one plain sentence, Chinese and English, with the numbers in it. */
final class Sentences {
    private static final int MINUTES_PER_HOUR = 60;

    private Sentences() {}

    static String chinese(Rise rise, CellMap cells) {
        IncidentType type = IncidentTypes.getOrOther(rise.topic());
        StringBuilder why = new StringBuilder();
        why.append("过去").append(windowZh(rise.windowMinutes())).append(whereZh(rise.cellIds(), cells));
        why.append("“").append(type.zh()).append("”来件 ").append(rise.count()).append(" 件，平时同一时段约 ");
        why.append(number(rise.expected())).append(" 件");
        if (rise.negatives() > 0) {
            why.append("；其中 ").append(rise.negatives()).append(" 件表示不满");
        }
        if (rise.devices() > 0) {
            why.append("；24 小时内有 ").append(rise.devices()).append(" 条传感器或摄像头信号");
        }
        why.append("。24 小时内发生此类事件的可能约 ").append(percent(rise.probability())).append("%。");
        return why.toString();
    }

    static String english(Rise rise, CellMap cells) {
        IncidentType type = IncidentTypes.getOrOther(rise.topic());
        StringBuilder why = new StringBuilder();
        why.append(rise.count()).append(" reports of “").append(type.en()).append("” ");
        why.append(whereEn(rise.cellIds(), cells)).append(" in the last ").append(windowEn(rise.windowMinutes()));
        why.append("; about ").append(number(rise.expected())).append(" are usual at this time");
        if (rise.negatives() > 0) {
            why.append("; ").append(rise.negatives()).append(" of them complain");
        }
        if (rise.devices() > 0) {
            why.append("; ").append(rise.devices()).append(" sensor or camera signals in 24 h");
        }
        why.append(". Probability of an incident within 24 h: about ")
                .append(percent(rise.probability()))
                .append("%.");
        return why.toString();
    }

    /** Of a source: that it is silent, or that it behaves as it has not before. */
    static String feedChinese(String source, int bins, int count, double usual, boolean silent) {
        String window = windowZh(bins * 10);
        return silent
                ? "来源“" + source + "”已" + window.strip() + "没有来件，平时同一时段约 " + number(usual) + " 件，请检查接入是否中断。"
                : "来源“" + source + "”的来件量与以往都不同：过去" + window + " " + count + " 件，平时同一时段约 " + number(usual) + " 件。";
    }

    static String feedEnglish(String source, int bins, int count, double usual, boolean silent) {
        String window = windowEn(bins * 10);
        return silent
                ? "Nothing has come from “" + source + "” for " + ("hour".equals(window) ? "an hour" : window)
                        + "; about " + number(usual) + " are usual at this time. Check whether the feed is broken."
                : "“" + source + "” sends unlike ever before: " + count + " reports in the last " + window + "; about "
                        + number(usual) + " are usual at this time.";
    }

    /** Of a matter that people speak of over days. */
    static String matterChinese(String topic, int days, int people, int reports, List<String> words) {
        return "过去 " + days + " 天有 " + people + " 人先后 " + reports + " 次说到同一件事（"
                + IncidentTypes.getOrOther(topic).zh() + "）：" + String.join("、", words) + "。人数在增加，宜在激化之前研究处理。";
    }

    static String matterEnglish(String topic, int days, int people, int reports, List<String> words) {
        return people + " people have spoken of one matter ("
                + IncidentTypes.getOrOther(topic).en() + ") in the last " + days + " days, in " + reports + " reports: "
                + String.join(", ", words) + ". They are becoming more; better looked into before it comes to a head.";
    }

    static String windowZh(int minutes) {
        return minutes < MINUTES_PER_HOUR ? "半小时" : " " + minutes / MINUTES_PER_HOUR + " 小时";
    }

    static String windowEn(int minutes) {
        int hours = minutes / MINUTES_PER_HOUR;
        return hours == 0 ? "half hour" : hours == 1 ? "hour" : hours + " hours";
    }

    private static String whereZh(List<String> cellIds, CellMap cells) {
        if (cellIds.isEmpty()) {
            return "全辖区";
        }
        String first = name(cells, cellIds.get(0), true);
        return cellIds.size() == 1 ? first : first + "等相邻 " + cellIds.size() + " 个网格";
    }

    private static String whereEn(List<String> cellIds, CellMap cells) {
        if (cellIds.isEmpty()) {
            return "in the whole area";
        }
        String first = name(cells, cellIds.get(0), false);
        return cellIds.size() == 1 ? "in " + first : "in " + cellIds.size() + " cells that touch around " + first;
    }

    private static String name(CellMap cells, String cellId, boolean chinese) {
        if (!cells.knows(cellId)) {
            return cellId;
        }
        CellShape shape = cells.shape(cellId);
        String name = chinese ? shape.nameZh() : shape.nameEn();
        return name == null || name.isBlank() ? cellId : name;
    }

    private static String number(double value) {
        return value >= 10
                ? String.valueOf(StrictMath.round(value))
                : String.format(Locale.ROOT, value < 0.1 ? "%.2f" : "%.1f", value);
    }

    private static long percent(double probability) {
        return StrictMath.round(100 * probability);
    }
}
