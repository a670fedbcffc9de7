package vn.edu.privacy.consent.portal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** Reads a form out of a page as a browser sends it: inputs, text areas and what is selected. */
final class Forms {
    private static final Pattern FIELD = Pattern.compile(
            "<input([^>]*)>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", Pattern.DOTALL);

    private Forms() {}

    /** The fields of the first form whose address ends so. */
    static MultiValueMap<String, String> first(String page, String addressEnd) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"[^\"]*" + Pattern.quote(addressEnd) + "\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form to " + addressEnd);
        }
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Matcher field = FIELD.matcher(form.group(1));
        while (field.find()) {
            if (field.group(1) != null) {
                fields.add(attribute(field.group(1), "name"), attribute(field.group(1), "value"));
            } else if (field.group(2) != null) {
                fields.add(attribute(field.group(2), "name"), HtmlUtils.htmlUnescape(field.group(3)));
            } else {
                fields.add(attribute(field.group(4), "name"), selected(field.group(5)));
            }
        }
        return fields;
    }

    private static String selected(String options) {
        Matcher chosen = Pattern.compile("<option([^>]*selected[^>]*)>").matcher(options);
        Matcher first = Pattern.compile("<option([^>]*)>").matcher(options);
        return chosen.find()
                ? attribute(chosen.group(1), "value")
                : first.find() ? attribute(first.group(1), "value") : "";
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
