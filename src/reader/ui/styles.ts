// The sheets every page needs, in their order; imported once, by the entries of the app.
import './faces.css';
import './tokens.css';
import './reset.css';
import './type.css';
import './rtl.css';
