/** What the law demands of a violation, and what may follow on what; plain Java. */
@NullMarked
package vn.edu.privacy.notification.incident.domain;

import org.jspecify.annotations.NullMarked;
