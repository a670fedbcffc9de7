package vn.edu.privacy.notification.incident;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who tells of violations, and whom; on printed forms an empty value is a line to write on.
 *
 * @param remindBefore how long before a deadline officers are reminded of it
 * @param organisation who notifies
 * @param officer the data-protection officer
 * @param authority whom the law has told, as an addressee
 * @param departmentOffice whom the letter has told, as an addressee with its contact (R-BR-13)
 */
@ConfigurationProperties("privacy.incident")
public record IncidentProperties(
        @DefaultValue("PT24H") Duration remindBefore,
        @DefaultValue Organisation organisation,
        @DefaultValue Officer officer,
        @DefaultValue("") String authority,
        @DefaultValue DepartmentOffice departmentOffice) {

    /** Who notifies, as Forms 03 and 08 ask for it. */
    public record Organisation(
            @DefaultValue("") String name,
            @DefaultValue("") String address,
            @DefaultValue("") String tradingAddress,
            @DefaultValue("") String founding,
            @DefaultValue("") String taxCode,
            @DefaultValue("") String phone,
            @DefaultValue("") String website) {}

    /** The data-protection officer, whom the authority and the people may ask. */
    public record Officer(
            @DefaultValue("") String name,
            @DefaultValue("") String title,
            @DefaultValue("") String phone,
            @DefaultValue("") String email) {}

    /** The Department's Office; people change, so none is written into the product. */
    public record DepartmentOffice(
            @DefaultValue("") String name, @DefaultValue("") String contact) {}
}
