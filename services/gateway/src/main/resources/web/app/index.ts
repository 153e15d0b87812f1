import './style/index.css';
import './parts/shell';
