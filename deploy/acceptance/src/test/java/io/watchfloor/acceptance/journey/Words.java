package io.watchfloor.acceptance.journey;

/** What the pages say, in one language. */
record Words(
        String language,
        String type,
        String acknowledged,
        String offered,
        String accepted,
        String enRoute,
        String onScene,
        String handling,
        String done,
        String reportedBack,
        String closed,
        String live,
        String recovered,
        String reconnecting) {

    static final Words ENGLISH = new Words(
            "en-US",
            "People trapped in a lift",
            "Opened",
            "Offered",
            "Accepted",
            "En route",
            "On scene",
            "Handling",
            "Done",
            "Reported back",
            "Closed",
            "Live",
            "Recovered",
            "Reconnecting…");

    static final Words CHINESE = new Words(
            "zh-CN", "电梯困人", "已立案", "已派单", "已接受", "途中", "到场", "处置中", "完成", "已反馈", "已结案", "实时", "已恢复", "正在重连…");

    /** One or the other, as the page would say it. */
    String say(String chinese, String english) {
        return equals(CHINESE) ? chinese : english;
    }

    @Override
    public String toString() {
        return language;
    }
}
