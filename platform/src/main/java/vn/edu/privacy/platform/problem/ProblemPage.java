package vn.edu.privacy.platform.problem;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Explains each type of problem at the address that the type is. */
@Controller
class ProblemPage {
    private final MessageSource texts;

    ProblemPage(MessageSource texts) {
        this.texts = texts;
    }

    @GetMapping("/problems/{slug:[a-z0-9-]+}")
    String explain(@PathVariable String slug, Locale locale, Model model) {
        if (texts.getMessage("problem." + slug + ".title", null, null, locale) == null) {
            throw ProblemException.of(CommonProblems.NOT_FOUND);
        }
        model.addAttribute("slug", slug);
        return "problem-type";
    }
}
