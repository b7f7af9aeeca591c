package io.watchfloor.text.place;

import io.watchfloor.contract.place.NamedPlace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a name in a text means the place of that name, by the words around it, and what belongs to it: house number and
 * unit. Pure rules over the folded text.
 */
final class NameContext {
    /**
     * What the words around a name say.
     *
     * @param plausibility that the place is meant, 0 to 1
     * @param begin of the mention, house number in front of it included
     * @param end of the mention, house number and unit included
     * @param houseNumber along a street; 0 when none is said
     * @param detailed whether a house number or unit is said
     * @param nearby whether something beside the place is meant, named after it
     */
    record Judged(double plausibility, int begin, int end, int houseNumber, boolean detailed, boolean nearby) {}

    /** A house number or unit leaves hardly a doubt that a place is meant. */
    private static final double DETAILED = 0.97;

    private static final int LOOK_AHEAD = 60;
    private static final int LOOK_BACK = 24;

    private static final String NUMBER = "(?:[0-9]{1,5}|[一二三四五六七八九十百零〇两]{1,6})";

    /** House number, then block, unit, floor and room as they follow each other. */
    private static final Pattern UNITS_AFTER = Pattern.compile(
            "^(?:的?小区)?[\\s,，]?(?:第?[一二三四五六七八九十0-9]{1,2}期|[东南西北中a-z]区)?"
                    + "(?:(" + NUMBER + ")(?:[-之附][0-9]{1,4})?(?:号楼|号院|号|弄)|第?" + NUMBER
                    + "(?:栋|幢|座|单元|楼|层|排)|[a-z]座|[a-z]?[0-9]{1,4}(?:栋|幢|座|楼))"
                    + "(?:[\\s,，]?(?:第?" + NUMBER
                    + "(?:-[0-9]{1,4})*(?:号楼|号|栋|幢|座|单元|楼|层|室|门|户)|[0-9]{1,4}(?:-[0-9]{1,4})+|[0-9]{3,4}(?![0-9a-z元米块])))*");

    private static final Pattern PLAIN_AFTER = Pattern.compile("^[0-9]{1,3}(?:-[0-9]{1,4}){1,3}(?![0-9])");

    private static final Pattern UNITS_AFTER_LATIN = Pattern.compile(
            "^(?:,? ?(?:building|bldg\\.?|block|unit|apt\\.?|apartment|room|flat|tower|suite|no\\.?|number|#)"
                    + " ?[0-9]{0,5}[a-z]?\\b|,? [0-9]{1,5}[a-z]?(?![0-9a-z:.%]| ?(?:am|pm|people|minutes|hours|cars|times|days|years|years|months)))+");

    private static final Pattern NUMBER_BEFORE_LATIN =
            Pattern.compile("(?:\\b(?:no\\.? ?|number |#))?\\b([0-9]{1,5})[a-z]?(?:-[0-9]{1,5})? $");

    /** Right after a name, what makes it a part of a person's name or title. */
    private static final Pattern PERSON_AFTER =
            Pattern.compile("^(?:先生|女士|小姐|同志|老师|师傅|医生|大夫|经理|主任|书记|局长|队长|校长|律师|教授|阿姨|大爷|大妈|同学|说|认为|表示)");

    private static final Pattern PERSON_BEFORE = Pattern.compile("(?:我叫|名叫|姓名[:：]?|叫做|联系人[:：]?|本人)$");

    /** Right after a name, what makes it another thing that is named after the place. */
    private static final Pattern NAMESAKE_AFTER =
            Pattern.compile("^[\\u4e00-\\u9fff]{0,4}?(?:小学|中学|学校|大学|学院|幼儿园|医院|诊所|药房|药店|酒店|宾馆|饭店|餐厅|超市|商店|商行|烤肉店|火锅店|面馆|"
                    + "银行|支行|公司|集团|大厦|派出所|分店|旗舰店|专卖店|店|馆|牌|烤肉|拉面|奶茶|火锅|米粉|电器|家具|牛奶|啤酒|香烟|酱油)");

    private static final Pattern NAMESAKE_AFTER_LATIN = Pattern.compile(
            "^(?:'s)? (?:(?:primary|high|middle|elementary) )?(?:school|hospital|hotel|restaurant|bar|cafe|pharmacy|bank|company|inc|ltd|store|shop|clinic|grill|pizza|news|times|brand|band|beer)\\b");

    /** Places of these words may well be a part of a longer street's name that nobody told us of. */
    private static final String LENGTHENS_FRONT = "东南西北新老大小上下中前后";

    /** After these a place may begin. */
    private static final String OPENS = "在于到从往位住是和与及至自由向的了过经去来离靠沿近市区县镇乡村省道街路里号对:：,，.。;；、!！?？(（\"“【[ \n\t";

    private NameContext() {}

    static Judged judge(String folded, NameHit hit) {
        String after = folded.substring(hit.end(), Math.min(folded.length(), hit.end() + LOOK_AHEAD));
        String before = folded.substring(Math.max(0, hit.begin() - LOOK_BACK), hit.begin());
        boolean latin = folded.charAt(hit.begin()) < 0x2E80;
        return latin ? judgeLatin(before, after, hit) : judgeChinese(folded, before, after, hit);
    }

    private static Judged judgeLatin(String before, String after, NameHit hit) {
        Matcher front = NUMBER_BEFORE_LATIN.matcher(before);
        boolean numbered = isStreet(hit) && front.find();
        Matcher unit = UNITS_AFTER_LATIN.matcher(after);
        int end = hit.end() + (unit.lookingAt() ? unit.end() : 0);
        boolean detailed = numbered || end > hit.end();
        boolean namesake = NAMESAKE_AFTER_LATIN.matcher(after).lookingAt();
        double plausibility = detailed ? DETAILED : namesake ? 0.4 : hit.end() - hit.begin() >= 9 ? 0.9 : 0.65;
        int begin = hit.begin() - (numbered ? before.length() - front.start() : 0);
        return new Judged(
                plausibility,
                begin,
                end,
                numbered ? Numerals.parse(front.group(1)) : 0,
                detailed,
                namesake && !detailed);
    }

    private static Judged judgeChinese(String folded, String before, String after, NameHit hit) {
        int length = hit.end() - hit.begin();
        if (PERSON_AFTER.matcher(after).lookingAt()
                || PERSON_BEFORE.matcher(before).find()) {
            return new Judged(0, hit.begin(), hit.end(), 0, false, false);
        }
        Matcher units = UNITS_AFTER.matcher(after);
        if (units.lookingAt()) {
            int number = units.group(1) == null || !isStreet(hit) ? 0 : Numerals.parse(units.group(1));
            return new Judged(DETAILED, hit.begin(), hit.end() + units.end(), number, true, false);
        }
        Matcher plain = PLAIN_AFTER.matcher(after);
        if (!isStreet(hit) && plain.lookingAt()) {
            return new Judged(DETAILED, hit.begin(), hit.end() + plain.end(), 0, true, false);
        }
        double plausibility = length >= 4 ? 0.9 : length == 3 ? 0.8 : 0.55;
        boolean namesake = NAMESAKE_AFTER.matcher(after).lookingAt();
        if (namesake) {
            plausibility = length == 2 ? 0 : plausibility * 0.5;
        }
        if (length == 2 && !opens(before)) {
            return new Judged(0, hit.begin(), hit.end(), 0, false, false);
        }
        if (!before.isEmpty() && LENGTHENS_FRONT.indexOf(before.charAt(before.length() - 1)) >= 0) {
            plausibility *= 0.6;
        }
        if (folded.charAt(hit.end() - 1) == '路' && after.startsWith("过") && !after.startsWith("过去")) {
            plausibility *= 0.4;
        }
        return new Judged(plausibility, hit.begin(), hit.end(), 0, false, namesake);
    }

    private static boolean opens(String before) {
        return before.isEmpty() || OPENS.indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static boolean isStreet(NameHit hit) {
        return !hit.places().isEmpty() && hit.places().stream().allMatch(NamedPlace::street);
    }
}
