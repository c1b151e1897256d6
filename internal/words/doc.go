// Package words says in English what a report holds as data: conditions, facts,
// verdicts, reasons, penalties. Every writer takes its words from here, so that
// one thing has one name.
package words
