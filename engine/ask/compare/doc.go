// Package compare says what has changed between two sets of reports, service by
// service: which obligations are newly breached, which no longer, which have changed
// and which are as open as before, down to the facts that changed, and what cannot
// be compared and why. It judges nothing itself.
package compare
