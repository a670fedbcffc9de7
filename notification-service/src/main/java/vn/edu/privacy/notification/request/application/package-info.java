/** What people, officers and other features do with requests, and the ports that it needs. */
@NullMarked
package vn.edu.privacy.notification.request.application;

import org.jspecify.annotations.NullMarked;
