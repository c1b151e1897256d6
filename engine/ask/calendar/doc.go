// Package calendar tells what begins, ends and falls due for a service after the
// assessment date.
//
// It counts no period that a rule counts. The rules are asked on each day how they
// stand if the facts stay as they are, and a last day is the day before something is
// late. So a day of the calendar cannot differ from what a verdict on that day says,
// whatever a rule counts: by Regulation 1182/71, by a parameter of the user, by an
// obligation of the user.
package calendar
