// Package fine holds the choices about money that law or facts leave open, for
// engine.WithFineOptions: whose turnover counts, how Art. 76(1) is read, what is one
// infringement, exchange rates, and what to assume where the facts are silent. What is
// at stake is computed behind the façade and stands in report.Fine.
package fine
