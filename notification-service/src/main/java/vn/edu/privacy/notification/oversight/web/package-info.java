/** The report in the API and as a page. */
@NullMarked
package vn.edu.privacy.notification.oversight.web;

import org.jspecify.annotations.NullMarked;
