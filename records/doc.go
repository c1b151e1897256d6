// Package records has no code: its directories turn public records about online
// services into facts and say what is wrong with the records. The engine judges
// facts, wherever they come from, and so imports nothing from here.
//
//   - sor counts statements of reasons in the DSA Transparency Database
//   - transparency reads harmonised transparency reports
//   - tables reads the files that those are published in
//   - lint is what is found to be wrong with a record
package records
