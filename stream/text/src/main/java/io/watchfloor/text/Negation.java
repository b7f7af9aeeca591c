package io.watchfloor.text;

import java.util.regex.Pattern;

/**
 * Whether a cue is denied in its own clause. Only what stands between the denying word and the cue decides, and only
 * known fillers may stand there: a denial that is missed costs a look, one that is imagined costs a life.
 */
final class Negation {
    private static final int WINDOW = 40;

    /** No 有没有 or 是否: those ask, they do not deny. */
    private static final Pattern CHINESE = Pattern.compile("(?<![有是])(?:没有|没|未|无|不是|不会|不存在|未见|否认|排除|并无|暂无|尚无|尚未|并未)"
            + "(?:有|任何|其他|人员|人|群众|居民|乘客|司机|学生|老人|孩子|小孩|儿童|业主|行人|的|被|再|造成|引起|引发|发现|出现|发生|听到|看到|收到|报告|大碍)*$");

    private static final Pattern ENGLISH =
            Pattern.compile("(?:\\b(?:no|not|nobody|none|never|without|neither|nor)\\b|n't\\b)"
                    + "(?:[ -]+(?:one|body|is|was|were|are|be|been|being|has|have|had|got|get|any|anyone|anybody|people|person"
                    + "|persons|passengers|residents|children|kids|elderly|victims|report|reports|reported|sign|signs|evidence"
                    + "|seen|found|visible|serious|seriously|known|immediate|of|or|and|the|there|further|actual|a|an|it"
                    + "|hurt|injured|injuries|killed|deaths|fatalities|casualties|trapped|stuck|inside))*[ -]*$");

    private static final Pattern DENIED_AFTER = Pattern.compile("^(?:情况)?(?::|为)?(?:无|没有)(?:$|[,.;!?。，；！？、\\s])");

    private Negation() {}

    static boolean denies(String folded, int begin, int end) {
        String before = folded.substring(clauseStart(folded, begin), begin);
        return CHINESE.matcher(before).find()
                || ENGLISH.matcher(before).find()
                || DENIED_AFTER.matcher(folded.substring(end)).find();
    }

    private static int clauseStart(String folded, int begin) {
        int start = begin;
        while (start > 0 && begin - start < WINDOW && ",.;!?。，；！？、\n".indexOf(folded.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }
}
